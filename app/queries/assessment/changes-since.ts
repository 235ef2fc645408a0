// What changed in an assessment since an earlier content of it, as pages show it.
import { OTHER_CHANGE } from '#words/assessment/work-words.ts';
import {
  changedCriteria,
  type CriterionChange,
  changeOf,
  otherChanges,
  type Standing,
} from '#app/domain/assessment/content-changes.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import type { SnapshotContent } from '#app/domain/formats/snapshot.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { countsChangedSince } from '#app/doors/see-counts.ts';
import type { Services } from '#app/services.server.ts';
import { criterionName, ratingText } from '#words/kit/wording.ts';
import { wordChanges } from '#app/queries/kit/word-changes.ts';
import {
  countingEvidence,
  snapshotEvidence,
} from '#db/repositories/assessment/assessment-content.ts';

type Given = Pick<
  AssessmentView,
  'charter' | 'answerSet' | 'evidence' | 'ofOrganisation' | 'actions' | 'targetLevel' | 'scorecard'
>;

/** Everything that changed since this snapshot. */
export async function changesSince(
  services: Pick<Services, 'engine'>,
  view: Given & Pick<AssessmentView, 'id'>,
  before: SnapshotContent,
) {
  const now = standingOf(view);
  const order = allCriteria(view.charter).map(({ id }) => id);
  const changed = changedCriteria(before, now, order);
  return {
    criteria: changed.map((change) => shownChange(view.charter, change, changed.length)),
    others: otherChanges(before, now, {
      counts: await countsChangedSince(services, view, before),
    }).map((other) => OTHER_CHANGE[other]),
  };
}

export type ChangesSince = Awaited<ReturnType<typeof changesSince>>;

/** What changed of one criterion, and whether anything did. */
export function changeSince(view: Given, before: SnapshotContent, criterion: string) {
  const change = changeOf(before, standingOf(view), criterion);
  return shownChange(view.charter, change, 1);
}

/** Whether nothing of the criterion changed. */
export function isUnchanged(change: ShownChange): boolean {
  const { claimed, ticks, words, added, removed, altered } = change;
  return (
    claimed === null &&
    !ticks &&
    words.length + added.length + removed.length + altered.length === 0
  );
}

export type ShownChange = ReturnType<typeof shownChange>;

function shownChange(charter: Charter, change: CriterionChange, among: number) {
  const { criterion, claimed, ticks, text, added, removed, altered } = change;
  const isSame = text.before === text.now;
  return {
    id: criterion,
    name: criterionName(charter, criterion),
    /** null = claimed as before. */
    claimed:
      claimed.before === claimed.now
        ? null
        : {
            before: ratingText(charter, claimed.before),
            now: ratingText(charter, claimed.now),
          },
    /** Other statements are ticked. */
    ticks,
    /** Empty = the text is as it was. */
    words: isSame ? [] : wordChanges(text.before, text.now, among),
    added,
    removed,
    altered,
  };
}

/** The content as it stands now, in the shape of a snapshot. */
function standingOf(view: Given): Standing {
  const { charter, answerSet, actions, targetLevel, scorecard } = view;
  const nothing = { answers: new Map(), indicators: new Map(), sources: new Map() };
  return {
    content: assessmentFileOf({
      format: charter.format,
      charter: scorecard.charter,
      organisation: null,
      department: null,
      targetLevel,
      answerSet: {
        ...nothing,
        ...(answerSet.facts === undefined ? {} : { facts: answerSet.facts }),
        answers: new Map(
          [...answerSet.answers].filter(([id]) =>
            allCriteria(charter).some((one) => one.id === id),
          ),
        ),
      },
      actions,
      leftBehind: nothing,
    }),
    evidence: snapshotEvidence(countingEvidence(view)),
  };
}
