// What panels have agreed, of every decided submission to a charter, for counting only: no name comes along. Only
// records that are what was submitted and decided; a fixed number of statements, however many there are.
import type { Charter } from '#app/domain/charter/charter.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { TRIAL_LIMITS } from '#app/domain/limits.ts';
import { agreedAnswers } from '#app/domain/review/consensus-score.ts';
import type { DecidedAnswers } from '#app/domain/review/trial-score.ts';
import type { Services } from '#app/services.server.ts';
import { listDecidedWhole, listNewestDecided } from '#db/repositories/review/decisions.ts';
import { type RecordGiven, wholeAmong } from './check-record.ts';
import { contentIn, recordIn } from './kept-record.ts';

export type Decided = {
  /** The versions that they were decided under, by id@version. */
  readonly versions: ReadonlyMap<string, Charter>;
  /** One for each department, its newest. */
  readonly decided: readonly DecidedAnswers[];
};

/** What was agreed under any version of the charter with this id; at most TRIAL_LIMITS.decided of it, the newest. */
export async function decidedUnder(
  services: RecordGiven & Pick<Services, 'library'>,
  charter: string,
): Promise<Decided> {
  const { db } = services.engine;
  const ids = await listNewestDecided(db, { charter, most: TRIAL_LIMITS.decided });
  const whole = await wholeAmong(services, await listDecidedWhole(db, ids));
  const versions = new Map<string, Charter>();
  const decided: DecidedAnswers[] = [];
  for (const { decision, submission } of whole) {
    const record = recordIn(decision);
    const version = services.library.versions.get(record.charter)?.charter;
    // A version whose folder is gone says nothing of its rules any more.
    if (version === undefined) continue;
    versions.set(record.charter, version);
    const agreed = new Map(record.criteria.map((each) => [each.criterion, each.consensus]));
    const { answerSet } = assessmentOf(contentIn(submission).content);
    decided.push({
      charter: record.charter,
      answers: agreedAnswers(version, answerSet, agreed),
      level: record.results.level,
    });
  }
  return { versions, decided };
}
