// A score as a percentage, rounded down: with one decimal, or as many as the threshold beside it.
// Whole numbers only, so that 59.99% never reads as 60.0%.
import type { Score } from '#app/domain/scoring/scorecard.ts';

/** '59.9' for a score; call it only where points are available. */
export function percentText({ points, available }: Score, decimals = 1): string {
  const places = Math.max(1, decimals);
  const scaled = Math.floor((points * 100 * 10 ** places) / available);
  const digits = String(scaled).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
