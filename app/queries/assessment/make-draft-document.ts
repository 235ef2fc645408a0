// The questions with the draft as a document, and such a document brought back as a preview.
import { DRAFT } from '#words/assessment/assessment-pages.ts';
import {
  allCriteria,
  type Charter,
  findCriterion,
  highestRating,
  charterTitle,
} from '#app/domain/charter/charter.ts';
import type { DraftDocument, ReadDraft } from '#app/domain/assessment/draft-document.ts';
import {
  checkDraftLength,
  draftChanges,
  type DraftTooLong,
  NOTHING_SAID,
  type Said,
  type Versions,
} from '#app/domain/assessment/draft-changes.ts';
import { draftLeftOut } from '#app/domain/assessment/draft-left-out.ts';
import { draftLines } from '#app/domain/assessment/draft-lines.ts';
import { countWords } from '#app/domain/counted-words.ts';
import { shortValue } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { type LeftOutPage, leftOutPage } from './draft-left-out-page.ts';
import { wordChanges } from '#app/queries/kit/word-changes.ts';
import type { Services } from '#app/services.server.ts';
import { loadAnswerVersion } from '#db/repositories/assessment/answer-versions.ts';
import { criterionName, ratingChoices, ratingText } from '#words/kit/wording.ts';

/** Every question with what is saved for it. */
export function draftDocument(view: AssessmentView): DraftDocument {
  const { charter, organisation, department } = view;
  return {
    assessmentId: view.id,
    title: DRAFT.title,
    organisation,
    department,
    charter: charterTitle(charter),
    notice: charter.notice,
    sections: writtenHere(view).map(({ title, summary, criteria }) => ({
      title,
      summary,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        question: criterion.question,
        guidance: criterion.guidance,
        descriptors: ratingChoices(charter, criterion),
        wordLimit: criterion.wordLimit,
        highest: highestRating(charter),
        mayNotApply: criterion.notApplicable,
        ...nowOf(view, criterion.id),
      })),
    })),
  };
}

/** The sections without what the organisation answers, which no department writes. */
function writtenHere(view: AssessmentView): Charter['sections'] {
  return view.charter.sections
    .map((section) => ({
      ...section,
      criteria: section.criteria.filter(({ id }) => !isAnsweredByOrganisation(view, id)),
    }))
    .filter(({ criteria }) => criteria.length > 0);
}

function nowOf({ rows }: AssessmentView, criterion: string): Said & { readonly version: number } {
  const row = rows.find((answer) => answer.criterion === criterion);
  if (row === undefined) return { ...NOTHING_SAID, version: 0 };
  const { claimed, notApplicable, narrative, version } = row;
  return { claimed, notApplicable, narrative, version };
}

export type DraftProblem =
  | { readonly code: 'no-draft-document' }
  | { readonly code: 'draft-of-another-assessment' }
  | DraftTooLong;

/** What the document would change, against the versions that it was downloaded with. */
export async function draftPage(
  { engine }: Pick<Services, 'engine'>,
  view: AssessmentView,
  read: ReadDraft,
): Promise<Result<ReturnType<typeof previewOf>, DraftProblem>> {
  const { assessmentId, places } = read;
  // One of ours whose marks are all gone is told of box by box.
  if (places.length === 0 && assessmentId !== view.id) {
    return refused({ code: 'no-draft-document' });
  }
  if (assessmentId !== null && assessmentId !== view.id) {
    return refused({ code: 'draft-of-another-assessment' });
  }
  const length = checkDraftLength(places, view.charter);
  if (!length.ok) return length;
  const versions = await versionsOf(engine, view, places);
  const nothing = { now: { ...NOTHING_SAID, version: 0 }, downloaded: null };
  const found = draftChanges(places, view.charter, (id) => versions.get(id) ?? nothing);
  const leftOut = draftLeftOut(read, view.charter, draftLines(draftDocument(view)));
  return ok(previewOf(view, found, leftOutPage(leftOut, view.charter)));
}

/** The answers that the places are about, as they are and as they were when they were downloaded. */
async function versionsOf(
  { db }: Services['engine'],
  view: AssessmentView,
  places: ReadDraft['places'],
): Promise<ReadonlyMap<string, Versions>> {
  const versions = new Map<string, Versions>();
  for (const { criterion, version } of places) {
    if (versions.has(criterion) || !findCriterion(view.charter, criterion)) continue;
    const now = nowOf(view, criterion);
    const place = { assessmentId: view.id, criterion, version };
    const earlier = version === 0 ? NOTHING_SAID : await loadAnswerVersion(db, place);
    versions.set(criterion, { now, downloaded: version === now.version ? now : earlier });
  }
  return versions;
}

/** So many criteria that the charter does not have are named; the others are counted. */
const MOST_UNKNOWN = 20;

export type DraftPreview = ReturnType<typeof previewOf>;

function previewOf(
  view: AssessmentView,
  found: ReturnType<typeof draftChanges>,
  leftOut: LeftOutPage | null,
) {
  const { charter } = view;
  const limits = new Map(allCriteria(charter).map(({ id, wordLimit }) => [id, wordLimit]));
  const inWords = (said: Said) =>
    said.notApplicable === null ? ratingText(charter, said.claimed) : DRAFT.notApplicable;
  const unknown = found.problems.filter(({ code }) => code === 'unknown-criterion');
  const known = found.problems.filter(({ code }) => code !== 'unknown-criterion');
  return {
    /** null where nothing of the document is left out. */
    leftOut,
    unchanged: found.unchanged,
    problems: [
      ...known.map((problem) => ({ ...problem, name: criterionName(charter, problem.criterion) })),
      ...unknown.slice(0, MOST_UNKNOWN).map((problem) => {
        const name = shortValue(problem.criterion);
        return { ...problem, criterion: name, name };
      }),
    ],
    moreUnknown: Math.max(0, unknown.length - MOST_UNKNOWN),
    changes: found.changes.map(({ criterion, now, proposed, outdated }) => ({
      criterion,
      name: criterionName(charter, criterion),
      outdated,
      rating: { now: inWords(now), proposed: inWords(proposed) },
      reason: { now: now.notApplicable ?? '', proposed: proposed.notApplicable ?? '' },
      narrative: { now: now.narrative, proposed: proposed.narrative },
      changes: wordChanges(now.narrative, proposed.narrative, found.changes.length),
      words: countWords(proposed.narrative),
      wordLimit: limits.get(criterion) ?? 0,
      /** What goes back with the form that accepts it. */
      carried: { criterion, readVersion: now.version, ...proposed },
    })),
  };
}

/** A preview made again from what an earlier one carried, where some of it could not be accepted. */
export function draftAgain(view: AssessmentView, carried: readonly CarriedAnswer[]): DraftPreview {
  const changes = carried.map(({ criterion, readVersion, ...proposed }) => {
    const now = nowOf(view, criterion);
    return { criterion, now, proposed, outdated: readVersion !== now.version };
  });
  return previewOf(view, { changes, unchanged: 0, problems: [] }, null);
}

export type CarriedAnswer = Said & { readonly criterion: string; readonly readVersion: number };
