// The same work on two subjects, one after the other in the same run, so that whatever slows the machine slows
// both. What counts is the ratio of the medians.
const ROUNDS = 300;
const WARM_UP = 60;

/** Work on one of the subjects; warming up counts down to zero before the rounds count up. */
export type Compared<T> = (subject: T, round: number) => Promise<unknown>;

/** Prints the median milliseconds of each work on both subjects, and how much longer the second takes. */
export async function compare<T>(
  titles: readonly string[],
  subjects: readonly T[],
  works: readonly (readonly [string, Compared<T>])[],
): Promise<void> {
  row([...titles, 'ratio']);
  for (const [name, work] of works) {
    const times = subjects.map((): number[] => []);
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const [index, subject] of subjects.entries()) {
        const start = performance.now();
        await work(subject, Math.abs(round));
        if (round >= 0) times[index]?.push(performance.now() - start);
      }
    }
    const [first = 0, second = 0] = times.map(medianOf);
    row([name, first.toFixed(2), second.toFixed(2), (second / first).toFixed(2)]);
  }
}

function row([name = '', ...cells]: readonly string[]): void {
  console.log(`${name.padEnd(42)}${cells.map((cell) => cell.padStart(14)).join('')}`);
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
