// What is worked out from everything there is, such as a median over all submissions, is kept until anything is
// written: who looks twice does not wait twice.
import type { Services } from '#app/services.server.ts';

type Given = Pick<Services, 'engine'>;

/** The same work, done anew only where something was written since, or `of` is another one. */
export function keptUntilWritten<S extends Given, T>(
  work: (services: S, of: string) => Promise<T>,
): (services: S, of: string) => Promise<T> {
  const kept = new WeakMap<Services['engine'], { readonly stamp: string; readonly value: T }>();
  return async (services, of) => {
    const { engine } = services;
    const stamp = `${engine.stamp()} ${of}`;
    const known = kept.get(engine);
    if (known?.stamp === stamp) return known.value;
    const value = await work(services, of);
    // What was written meanwhile may be in it or not.
    if (`${engine.stamp()} ${of}` === stamp) kept.set(engine, { stamp, value });
    return value;
  };
}
