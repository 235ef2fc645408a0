// An assessment beside what a panel decided on its department the last time, and what a panel would probably ask of it now.
import type { Charter } from '#app/domain/charter/charter.ts';
import { changeInTenths } from '#app/domain/home/overview.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { decidedScorecard } from '#app/domain/review/decided-scorecard.ts';
import { agreedBefore } from '#app/domain/submission/agreed-before.ts';
import { likelyQuestions } from '#app/domain/submission/likely-questions.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { type RecordGiven, wholeAmong } from '#app/doors/check-record.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import type { Services } from '#app/services.server.ts';
import { listDecidedWhole, newestDecidedOf } from '#db/repositories/review/decisions.ts';
import { changeText } from '#words/home/overview-words.ts';
import { criterionName, levelText, ratingText, scoreText } from '#words/kit/wording.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { LAST_TIME, questionText } from '#words/submission/likely-question-words.ts';

type Given = RecordGiven & Pick<Services, 'library'>;

/** Both; `last` is null where no panel decided on the department by this charter. What is submitted is asked nothing more. */
export async function besideLastTime(services: Given, view: AssessmentView) {
  const { charter, answerSet, scorecard, targetLevel } = view;
  const decided = await lastDecided(services, view);
  const agreed =
    decided === null
      ? new Map<string, number>()
      : agreedBefore({ older: decided.charter, newer: charter }, decided.record.criteria);
  const isOpen = view.state !== 'submitted';
  const asked = isOpen
    ? likelyQuestions({ charter, answerSet, scorecard, targetLevel, agreed })
    : [];
  return {
    last: decided === null ? null : lastShown(view, decided, agreed),
    questions: asked.map((question) => ({
      criterion: question.criterion,
      name: criterionName(charter, question.criterion),
      text: questionText(charter, question),
    })),
  };
}

export type BesideLastTime = Awaited<ReturnType<typeof besideLastTime>>;

type Decided = {
  readonly record: DecisionRecord;
  readonly charter: Charter;
  /** YYYY-MM-DD */
  readonly day: string;
};

/** What does not agree with its seals is not shown; the log says so. */
async function lastDecided(services: Given, view: AssessmentView): Promise<Decided | null> {
  const { db } = services.engine;
  const asked = { department: view.place.department, charter: view.charter.id };
  const id = await newestDecidedOf(db, asked);
  if (id === null) return null;
  const [whole] = await wholeAmong(services, await listDecidedWhole(db, [id]));
  if (whole === undefined) return null;
  const record = recordIn(whole.decision);
  const charter = services.library.versions.get(record.charter)?.charter;
  if (charter === undefined) return null;
  return { record, charter, day: londonDay(whole.decision.decidedAt) };
}

function lastShown(view: AssessmentView, decided: Decided, agreed: ReadonlyMap<string, number>) {
  const { charter, scorecard } = view;
  const { record, day } = decided;
  const before = decidedScorecard(decided.charter, record);
  const sections = new Map(before.sections.map(({ id, score }) => [id, score]));
  const differing = scorecard.criteria.flatMap(({ id, claimed, applicable }) => {
    const rating = agreed.get(id);
    if (rating === undefined || !applicable || claimed === null || claimed === rating) return [];
    return [
      {
        id,
        name: criterionName(charter, id),
        agreed: ratingText(charter, rating),
        claimed: ratingText(charter, claimed),
      },
    ];
  });
  return {
    day,
    number: record.submission.number,
    /** Of the submission: id@version. */
    charter: record.charter === scorecard.charter ? null : record.charter,
    outcome: outcomeText(record.outcome),
    level: {
      before:
        record.results.level === null
          ? LAST_TIME.noLevel
          : levelText(decided.charter, record.results.level),
      now: levelText(charter, scorecard.level),
    },
    overall: compared(before.overall, scorecard.overall),
    sections: charter.sections.flatMap(({ id, title }) => {
      if (!sections.has(id)) return [];
      const now = scorecard.sections.find((section) => section.id === id)?.score ?? null;
      return [{ id, title, ...compared(sections.get(id) ?? null, now) }];
    }),
    differing,
  };
}

type Score = AssessmentView['scorecard']['overall'];

function compared(before: Score, now: Score) {
  return {
    before: scoreText(before),
    now: scoreText(now),
    change: changeText(changeInTenths(now, before)),
  };
}
