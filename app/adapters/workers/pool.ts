// Work away from the event loop, in threads or in processes that stay: taken in turn (fair-queue.ts),
// each job with a time and a memory limit. Running out of either is an answer and ends that job alone.
import { Tinypool } from 'tinypool';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { WorkFor, WorkProblem } from '#app/ports.ts';
import { createFairQueue } from './fair-queue.ts';

/** The jobs of a file: functions of one argument, by their names. */
type Jobs<Work> = { readonly [Name in keyof Work]: (task: never) => unknown };

export type Pool<Work extends Jobs<Work>> = {
  /** What the job returns, once it is this person's turn. Throws what the job throws. */
  readonly run: <Name extends keyof Work & string>(
    name: Name,
    task: Parameters<Work[Name]>[0],
    person: WorkFor,
  ) => Promise<Result<Awaited<ReturnType<Work[Name]>>, WorkProblem>>;
  readonly close: () => void;
};

type Settings = {
  /** The file whose exported functions are the jobs. */
  readonly file: string;
  /** A process bounds all that it holds; a thread bounds its heap, and starts faster. */
  readonly runtime: 'worker_threads' | 'child_process';
  readonly places: number;
  readonly heapMegabytes: number;
  readonly seconds: number;
  /** Told when a worker has died, for the log; another one takes its place. */
  readonly onDeath: (reason: string) => void;
};

const WAITING_EACH = 2;
/** How long one is asked to wait where one's own work waits. */
const BUSY_SECONDS = 5;
/** Long after its last job a worker ends, so that a quiet service is small. */
const IDLE_MILLISECONDS = 10 * 60_000;

/** What a job makes and drops again; more of it is only kept for longer. */
const YOUNG_MEGABYTES = 32;

/** A pool whose workers start with their first job and keep no process from ending. */
export function openPool<Work extends Jobs<Work>>(settings: Settings): Pool<Work> {
  const { places, seconds } = settings;
  const queue = createFairQueue<() => void>({ places, waitingEach: WAITING_EACH });
  const workers = workersOf(settings);

  const beginWhatMay = () => {
    for (let next = queue.next(); next !== null; next = queue.next()) next.job();
  };

  return {
    run: async (name, task, person) => {
      const turn = Promise.withResolvers<void>();
      if (!queue.add(person, turn.resolve))
        return refused({ code: 'work-waiting', seconds: BUSY_SECONDS });
      beginWhatMay();
      await turn.promise;
      const stop = new AbortController();
      // Also keeps the process while someone waits for the job: its worker does not.
      const timer = setTimeout(() => stop.abort(), seconds * 1000);
      try {
        const { signal } = stop;
        return ok(await workers.run(task, { name, signal }));
      } catch (error) {
        // Named recovery: what ran out is told; every other failure goes on to whoever asked.
        const problem = problemOf(error, seconds);
        if (problem === null) throw error;
        return refused(problem);
      } finally {
        clearTimeout(timer);
        queue.ended(person);
        beginWhatMay();
      }
    },
    close: () => {
      // Named recovery: a worker that is gone already needs no end.
      workers.destroy().catch(() => {});
    },
  };
}

function workersOf({ file, runtime, places, heapMegabytes, onDeath }: Settings): Tinypool {
  const workers = new Tinypool({
    filename: file,
    runtime,
    minThreads: 0,
    maxThreads: places,
    idleTimeout: IDLE_MILLISECONDS,
    // A process gets no setting of ours: it has no use for a secret.
    ...(runtime === 'child_process'
      ? { execArgv: [`--max-old-space-size=${heapMegabytes}`], serialization: 'advanced' }
      : {
          execArgv: [],
          resourceLimits: {
            maxOldGenerationSizeMb: heapMegabytes,
            maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
          },
        }),
  });
  workers.on('error', (error: unknown) => onDeath(String(error)));
  return workers;
}

/** What ran out; null where the job failed by itself. A worker that was killed counts as too large. */
function problemOf(error: unknown, seconds: number): WorkProblem | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError') return { code: 'out-of-time', seconds };
  const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const gone = error.message === 'Worker exited unexpectedly';
  return outOfMemory || gone ? { code: 'out-of-memory' } : null;
}
