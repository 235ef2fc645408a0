// What many tests begin with is made once for all that run in one process; each works on a copy of it.
import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Services } from '#app/services.server.ts';
import { servicesOn } from './services.ts';

/** Services on the scenario's data, and what a test must know of it. */
type Scenario<Facts> = { readonly services: Services; readonly facts: Facts };

/** Gives each caller a copy of its own; `build` runs once for each choice of what it is given. */
export function scenario<Given extends readonly unknown[], Facts>(
  build: (...given: Given) => Promise<Scenario<Facts>>,
): (...given: Given) => Promise<Scenario<Facts>> {
  const kept = new Map<string, Promise<{ readonly folder: string; readonly facts: Facts }>>();
  const keep = async (given: Given) => {
    const { services, facts } = await build(...given);
    services.close();
    return { folder: services.config.dataFolder, facts };
  };
  return async (...given) => {
    const key = JSON.stringify(given);
    const made = kept.get(key) ?? keep(given);
    kept.set(key, made);
    const { folder, facts } = await made;
    const copy = mkdtempSync(path.join(os.tmpdir(), 'charter-'));
    cpSync(folder, copy, { recursive: true });
    return { services: await servicesOn(copy), facts };
  };
}
