// The two pools of the service and what each may take: threads for documents of our own, processes for
// files of strangers, because only those bound more than a heap.
import { fileURLToPath } from 'node:url';
import type { Log } from '#app/adapters/log.ts';
import type * as ownJobs from './own-jobs.ts';
import { openPool, type Pool } from './pool.ts';
import type * as untrustedJobs from './untrusted-jobs.ts';

type OwnJobs = typeof ownJobs;
type UntrustedJobs = typeof untrustedJobs;

export type Work = {
  readonly own: Pool<OwnJobs>;
  readonly untrusted: Pool<UntrustedJobs>;
  readonly close: () => void;
};

/** Both pools; nothing starts before the first job. */
export function openWork(log: Log): Work {
  const onDeath = (reason: string) => log('worker-died', { reason });
  const own = openPool<OwnJobs>({
    file: fileOf('own-jobs.ts'),
    runtime: 'worker_threads',
    places: 2,
    heapMegabytes: 192,
    seconds: 30,
    onDeath,
  });
  const untrusted = openPool<UntrustedJobs>({
    file: fileOf('untrusted-jobs.ts'),
    runtime: 'child_process',
    places: 2,
    heapMegabytes: 192,
    seconds: 10,
    onDeath,
  });
  const close = () => {
    own.close();
    untrusted.close();
  };
  return { own, untrusted, close };
}

// The build leaves these modules where they are (vite.config.ts), so the files lie beside this one.
function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
