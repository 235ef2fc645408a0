// How long someone must wait after failed sign-ins: never a lock that others could bring about for good.
// Sources: catalogue SEC-40 and SEC-41 (10 failures, then a growing delay; a whole trust may share one
// network address, so an address is given many more).

export type Failures = {
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
};

// An objection to an award is counted as a failure is: nobody writes more than a few in a row.
const FREE = { account: 10, address: 300, objection: 5 } as const;
const LONGEST_MINUTES = 15;

/** Seconds to wait before the next try; 0 = now. The wait doubles with each failure, up to 15 minutes. */
export function secondsToWait(
  kind: keyof typeof FREE,
  { failures, lastAt }: Failures,
  now: number,
): number {
  const over = failures - FREE[kind];
  if (over < 0) return 0;
  const minutes = Math.min(2 ** Math.min(over, 10), LONGEST_MINUTES);
  return Math.max(0, Math.ceil((lastAt + minutes * 60_000 - now) / 1000));
}
