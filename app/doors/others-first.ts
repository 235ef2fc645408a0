// Between the parts of long work everybody else has their turn.

/** Resolves once whatever waits already has been answered. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
