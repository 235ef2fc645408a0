// placeholder until app/domain/scoring/percent.ts is there
import type { Score } from '#app/domain/scoring/scorecard.ts';
export function percentText(score: Score, decimals = 1): string {
  const places = Math.max(1, decimals);
  const scaled = Math.floor((score.points * 100 * 10 ** places) / score.available);
  const text = String(scaled).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}
