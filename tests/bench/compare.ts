// The same work on several subjects, one after the other in the same run, so that whatever slows the machine slows
// all. What counts is the ratio of the medians.
const ROUNDS = 300;

/** Work on one of the subjects; warming up counts down to zero before the rounds count up. */
export type Compared<T> = (subject: T, round: number) => Promise<unknown>;

type Measured = {
  readonly rounds?: number;
  /** 0.5 = the median; less where whatever else the machine does is not to count. */
  readonly quantile?: number;
};

/**
 * Prints the median milliseconds of each work on every subject, and how much longer the last takes than the first;
 * these ratios come back.
 */
export async function compare<T>(
  titles: readonly string[],
  subjects: readonly T[],
  works: readonly (readonly [string, Compared<T>])[],
  { rounds = ROUNDS, quantile = 0.5 }: Measured = {},
): Promise<ReadonlyMap<string, number>> {
  const ratios = new Map<string, number>();
  row([...titles, 'ratio']);
  for (const [name, work] of works) {
    const times = subjects.map((): number[] => []);
    for (let round = -rounds / 5; round < rounds; round += 1) {
      for (const [index, subject] of subjects.entries()) {
        const start = performance.now();
        await work(subject, Math.abs(round));
        if (round >= 0) times[index]?.push(performance.now() - start);
      }
    }
    const taken = times.map((all) => quantileOf(all, quantile));
    const ratio = (taken.at(-1) ?? 0) / (taken[0] ?? 0);
    row([name, ...taken.map((time) => time.toFixed(2)), ratio.toFixed(2)]);
    ratios.set(name, ratio);
  }
  return ratios;
}

function row([name = '', ...cells]: readonly string[]): void {
  console.log(`${name.padEnd(42)}${cells.map((cell) => cell.padStart(14)).join('')}`);
}

function quantileOf(times: readonly number[], quantile: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * quantile)] ?? 0;
}
