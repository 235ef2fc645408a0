// The history of one answer: who worked on it and when, and what each sitting changed, newest first.
import { LABEL } from '#words/kit/labels.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import {
  type AnswerOrigin,
  answerOrigin,
  sittingsOf,
} from '#app/domain/assessment/answer-sittings.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { type Change, wordChanges } from '#app/queries/kit/word-changes.ts';
import type { Services } from '#app/services.server.ts';
import {
  type AnswerVersionRow,
  listAnswerVersions,
} from '#db/repositories/assessment/answer-versions.ts';
import { HISTORY } from '#words/assessment/assessment-pages.ts';
import { tickedTexts } from '#words/kit/statement-words.ts';
import { ratingChoices, ratingText } from '#words/kit/wording.ts';
import { pageOf } from '#app/queries/kit/page-of.ts';

const SITTINGS_ON_A_PAGE = 10;

export type Sitting = {
  /** The version that stood at the end of it. */
  readonly version: number;
  /** null where the account is gone. */
  readonly by: string | null;
  readonly from: string;
  readonly to: string;
  readonly rating: string;
  /**
   * The statements that were ticked, each with its rating; of an earlier version of the charter, which said them in its
   * own words, by their places. Empty = nothing.
   */
  readonly ticked: readonly string[];
  readonly origin: string | null;
  /** How its last version was kept; null = while somebody typed. */
  readonly how: AnswerOrigin;
  readonly changes: readonly Change[];
  readonly isCurrent: boolean;
};

/** One page of the history; null where the charter has no such criterion. */
export async function historyPage(
  { engine }: Pick<Services, 'engine'>,
  view: AssessmentView,
  { criterion: id, page }: { readonly criterion: string; readonly page: number },
) {
  const criterion = findCriterion(view.charter, id);
  if (criterion === undefined) return null;
  const place = { assessmentId: view.id, criterion: id };
  const versions = (await listAnswerVersions(engine.db, place)).map(({ saved, by, how }) => ({
    ...saved,
    by,
    how,
    at: Date.parse(saved.savedAt),
  }));
  const sittings = sittingsOf(versions);
  const movedTo = versions.findLast(({ how }) => how === 'moved')?.version ?? 0;
  const choices = ratingChoices(view.charter, criterion);
  const tickedOf = ({ version, statements }: Pick<AnswerVersionRow, 'version' | 'statements'>) =>
    version < movedTo ? tickedPlaces(statements ?? {}) : tickedLines(choices, statements ?? {});
  const newestFirst = sittings.map((_, index) => index).toReversed();
  const shown = pageOf(newestFirst, { page, size: SITTINGS_ON_A_PAGE });
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    mayAnswer: view.mayAnswer,
    /** The organisation answers it: this is the department’s note. */
    isNote: isAnsweredByOrganisation(view, id),
    criterion: { id, title: criterion.title },
    currentVersion: versions.at(-1)?.version ?? 0,
    ...shown,
    items: shown.items.flatMap((index): readonly Sitting[] => {
      const [first, last] = [sittings[index]?.[0], sittings[index]?.at(-1)];
      if (first === undefined || last === undefined) return [];
      const before = sittings[index - 1]?.at(-1);
      return [
        {
          version: last.version,
          by: last.by,
          how: answerOrigin(last.how),
          from: first.savedAt,
          to: last.savedAt,
          rating: ratingOf(view, last),
          ticked: tickedOf(last),
          origin: before === undefined ? last.origin : null,
          changes: wordChanges(textOf(before), textOf(last), shown.items.length),
          isCurrent: last.version === versions.at(-1)?.version,
        },
      ];
    }),
  };
}

export type HistoryPage = NonNullable<Awaited<ReturnType<typeof historyPage>>>;

type Answered = Pick<AnswerVersionRow, 'claimed' | 'notApplicable' | 'narrative'>;

function textOf(version: Answered | undefined): string {
  return version?.notApplicable ?? version?.narrative ?? '';
}

function tickedLines(choices: ReturnType<typeof ratingChoices>, ticked: Ticked): readonly string[] {
  return tickedTexts(choices, ticked).map(({ rating, text }) => `${rating}: ${text}`);
}

function tickedPlaces(ticked: Ticked): readonly string[] {
  return Object.entries(ticked).flatMap(([rating, places]) =>
    places.map((place) => HISTORY.place(Number(rating), place)),
  );
}

function ratingOf({ charter }: AssessmentView, { claimed, notApplicable }: Answered): string {
  return notApplicable === null ? ratingText(charter, claimed) : LABEL.notApplicable;
}
