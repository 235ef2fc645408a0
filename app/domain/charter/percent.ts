// Scores as percentages: exact comparison with a threshold, and text that is never rounded up.
// Source: scoring.md, Points ("Comparisons are exact", percentages shown rounded down).
import type { Threshold } from '#app/domain/charter/values.ts';

/** Points out of the points available; both whole numbers. */
export type Score = { readonly points: number; readonly available: number };

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000;

/** True when the score is at least the threshold, by cross-multiplication of whole numbers. */
export function meetsThreshold(score: Score, threshold: Threshold): boolean {
  return score.points * WHOLE >= threshold.hundredths * score.available;
}

/** The fewest whole points out of `available` that meet the threshold. */
export function pointsNeeded(threshold: Threshold, available: number): number {
  const needed = threshold.hundredths * available;
  const over = needed % WHOLE;
  return (needed - over) / WHOLE + (over === 0 ? 0 : 1);
}

/** Points missing to meet the threshold; 0 when it is met. */
export function pointsShort(score: Score, threshold: Threshold): number {
  return Math.max(0, pointsNeeded(threshold, score.available) - score.points);
}

/** Decimals for a score that is shown beside this threshold: one, or as many as the threshold has. */
export function decimalsBeside(threshold: Threshold): number {
  return Math.max(1, threshold.decimals);
}

/**
 * A score as a percentage without its sign, rounded down: 2999 of 5000 is "59.9", never "60.0".
 * Nothing available (coverage of no criteria) is zero.
 */
export function percentText(score: Score, decimals = 1): string {
  const units = 10 ** decimals;
  const scaled = score.points * 100 * units;
  const shown = score.available === 0 ? 0 : (scaled - (scaled % score.available)) / score.available;
  return decimalText(BigInt(shown), decimals);
}

/** A threshold as it is written in the YAML, with its own decimals: "60", "59.5". */
export function thresholdText(threshold: Threshold): string {
  const dropped = 10 ** (2 - threshold.decimals);
  return decimalText(BigInt(Math.floor(threshold.hundredths / dropped)), threshold.decimals);
}

/** A whole number of units of 10^-decimals as decimal text: 599 with 1 decimal is "59.9". */
export function decimalText(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
