// How far raters agree, as one number with its uncertainty (domain.md, 7).

/** A coefficient of agreement; at most 1, 0 = no better than chance. */
export type Agreement = {
  readonly value: number;
  /** null = too few units for one. */
  readonly standardError: number | null;
  /** The 95 % confidence interval, cut at 1; null = too few units. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Units with two ratings or more. */
  readonly units: number;
};
