// What panels have agreed, of every decided submission to a charter, for counting only: no name and no text comes along.
// Only records that are what was submitted and decided; a part of them at a time, so that pages are answered in between.
import type { Charter } from '#app/domain/charter/charter.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { TRIAL_LIMITS } from '#app/domain/limits.ts';
import { withAgreedFacts } from '#app/domain/review/agreed-facts.ts';
import { agreedAnswers } from '#app/domain/review/consensus-score.ts';
import type { DecidedAnswers } from '#app/domain/review/trial-score.ts';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import type { Services } from '#app/services.server.ts';
import { listDecidedWhole, listNewestDecided } from '#db/repositories/review/decisions.ts';
import { type DecidedRow, type RecordGiven, wholeAmong } from './check-record.ts';
import { contentIn, recordIn } from './kept-record.ts';
import { othersFirst } from './others-first.ts';

type Given = RecordGiven & Pick<Services, 'library'>;

/** So many are in memory at a time. */
const BATCH = 50;

export type Decided = {
  /** The versions that they were decided under, by id@version. */
  readonly versions: ReadonlyMap<string, Charter>;
  /** One for each department, its newest. */
  readonly decided: readonly DecidedAnswers[];
};

/**
 * What was agreed under any version of the charter with this id: at most the newest of TRIAL_LIMITS, in two statements
 * for each fifty of them.
 */
export async function decidedUnder(services: Given, charter: string): Promise<Decided> {
  const { db } = services.engine;
  const ids = await listNewestDecided(db, { charter, most: TRIAL_LIMITS.decided });
  const decided: DecidedAnswers[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await listDecidedWhole(db, ids.slice(from, from + BATCH));
    for (const row of await wholeAmong(services, rows)) {
      decided.push(...answersIn(services, row));
      await othersFirst();
    }
  }
  const used = new Set(decided.map((each) => each.charter));
  const versions = [...services.library.versions].filter(([name]) => used.has(name));
  return { versions: new Map(versions.map(([name, version]) => [name, version.charter])), decided };
}

function answersIn({ library }: Given, { decision, submission }: DecidedRow): DecidedAnswers[] {
  const record = recordIn(decision);
  const version = library.versions.get(record.charter)?.charter;
  // A version whose folder is gone says nothing of its rules any more.
  if (version === undefined) return [];
  const agreed = new Map(record.criteria.map((each) => [each.criterion, each.consensus]));
  const { answerSet } = assessmentOf(contentIn(submission).content);
  const submitted = withAgreedFacts(answerSet, record.agreedFacts ?? []);
  const answers = withoutNarratives(agreedAnswers(version, submitted, agreed));
  return [{ charter: record.charter, answers, level: record.results.level }];
}

/** Scoring reads none of them, and they are most of a submission. */
function withoutNarratives({ answers, indicators, facts, held }: CountedAnswers): CountedAnswers {
  return {
    answers: new Map([...answers].map(([id, answer]) => [id, { ...answer, narrative: '' }])),
    indicators,
    ...(facts === undefined ? {} : { facts }),
    ...(held === undefined ? {} : { held }),
  };
}
