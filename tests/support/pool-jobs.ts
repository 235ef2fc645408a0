// Jobs for the tests of the pool: an honest one, and one for every way in which a job goes wrong.

/** What it was given, with the process that gave it back. */
export function echo(text: string): { readonly text: string; readonly pid: number } {
  return { text, pid: process.pid };
}

/** Never comes back, and lets nothing else run meanwhile. */
export function spin(step: number): number {
  let value = 0;
  while (value >= 0) value = (value + step) % 1_000_003;
  return value;
}

/** Holds ever more. */
export function hoard(size: number): number {
  const held: number[][] = [];
  while (held.length < size) held.push(Array.from({ length: 10_000 }, (_, index) => index));
  return held.length;
}

/** Ends its process, as the system does that needs the memory. */
export function die(signal: NodeJS.Signals): void {
  process.kill(process.pid, signal);
  spin(1);
}

/** Throws. */
export function fail(message: string): never {
  throw new RangeError(message);
}
