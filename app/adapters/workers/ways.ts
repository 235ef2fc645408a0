// The cheapest way as pages and documents ask for it. Most are found in a moment, where they are asked for;
// what takes longer is worked out in a thread, kept by its content, and there when it is asked for again.
import { createHash } from 'node:crypto';
import { charterName } from '#app/domain/charter/charter.ts';
import { type CheapestPath, cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { WorkFor, WayQuestion, Ways, WorkProblem } from '#app/ports.ts';
import type { Work } from './work.ts';

/** Some hundredths of a second: what a page may take from everybody. */
const QUICK_STEPS = 2_000_000;
/** So long a page waits for a way before it says that it is being worked out. */
const PATIENCE_MILLISECONDS = 400;
/** Kept ways, of which each has at most a step for each criterion. */
const MOST_KEPT = 200;

type Found = Result<CheapestPath, WorkProblem>;

/** Ways found here or in the threads of the pool. */
export function openWays({ own }: Pick<Work, 'own'>): Ways {
  const kept = new Map<string, CheapestPath>();
  const pending = new Map<string, Promise<Found>>();

  const keep = (key: string, path: CheapestPath) => {
    kept.set(key, path);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return path;
  };

  const workOut = async (key: string, question: WayQuestion, asker: WorkFor): Promise<Found> => {
    const done = await own.run('findWay', question, asker);
    if (done.ok) return ok(keep(key, done.value));
    // Where its turn has not come, nothing is known yet; where it was stopped, nothing will be.
    return done.problem.code === 'work-waiting' ? done : ok(keep(key, withSteps(question, 0)));
  };

  const find = async (question: WayQuestion, asker: WorkFor): Promise<Found> => {
    const key = keyOf(question);
    const known = kept.get(key);
    if (known !== undefined) return ok(known);
    const under = pending.get(key);
    if (under !== undefined) return under;
    const quick = withSteps(question, QUICK_STEPS);
    if (quick.status !== 'not-found') return ok(keep(key, quick));
    const work = workOut(key, question, asker).finally(() => pending.delete(key));
    pending.set(key, work);
    return work;
  };

  return {
    find,
    soon: async (question, asker) => {
      const found = await withinPatience(find(question, asker));
      return found?.ok ? found.value : null;
    },
  };
}

function withSteps(
  { charter, answerSet, pins, ...asked }: WayQuestion,
  steps: number,
): CheapestPath {
  return cheapestPath(charter, answerSet, { ...asked, pins: new Set(pins), steps });
}

async function withinPatience<T>(work: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), PATIENCE_MILLISECONDS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** JSON has no whole numbers of any length. */
function plainly(_: string, held: unknown): unknown {
  return typeof held === 'bigint' ? `${held}` : held;
}

/** Everything that the answer depends on; texts of answers are no part of it. */
function keyOf(question: WayQuestion): string {
  const { charter, answerSet, to, pins, monthsLeft = null, fewest = 'effort' } = question;
  const answers = [...answerSet.answers].map(([id, { claimed, notApplicable, evidence }]) => [
    id,
    claimed,
    notApplicable,
    evidence,
  ]);
  const { indicators, facts = [], held = [], comparisons = [] } = answerSet;
  const known = [[...indicators], [...facts], [...held], [...comparisons]];
  const asked = [to, pins.toSorted(), monthsLeft, fewest];
  const content = [charterName(charter), answers, known, asked];
  return createHash('sha256').update(JSON.stringify(content, plainly)).digest('hex');
}
