// One criterion as its page shows it: the question, the descriptors, the answer, what counts and why.
import { POSITION } from '#words/assessment/assessment-pages.ts';
import { ANSWER_GAPS } from '#words/assessment/work-words.ts';
import { gapsOf } from '#app/domain/assessment/work-progress.ts';
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import { linkAddress } from '#app/domain/evidence/check-evidence.ts';
import type { CriterionScore } from '#app/domain/scoring/scorecard.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';
import {
  countingAnswers,
  countingEvidence,
} from '#db/repositories/assessment/assessment-content.ts';
import { figureText } from '#words/workforce/figure-text.ts';
import { kindChoice } from '#app/queries/evidence/kind-choice.ts';
import { organisationAnswer } from './organisation-answer.ts';
import { sizeText } from '#words/kit/size-text.ts';
import { capText, evidenceRuleText, kindLabel } from '#words/kit/rule-text.ts';
import { crosswalkOf, notCountedTexts, ratingChoices, ratingText } from '#words/kit/wording.ts';
import { wordsUsed } from '#app/queries/charters/words-used.ts';
import { statementsShown } from '#words/kit/statement-words.ts';
import { ruledOutText } from '#words/kit/ruled-out-text.ts';

/** What of an assessment its page of a criterion shows. */
type Shown =
  | 'id'
  | 'charter'
  | 'answerSet'
  | 'scorecard'
  | 'progress'
  | 'rows'
  | 'evidence'
  | 'ofOrganisation'
  | 'isOfOrganisation'
  | 'roundId'
  | 'department'
  | 'organisation'
  | 'mayAnswer'
  | 'mayAttachEvidence'
  | 'mayEraseFile'
  | 'mayPlanActions';

/** What the page shows; null where the charter has no such criterion. */
export function criterionPage(view: Pick<AssessmentView, Shown>, criterionId: string) {
  const { charter, answerSet, scorecard } = view;
  const criteria = allCriteria(charter);
  const index = criteria.findIndex(({ id }) => id === criterionId);
  const criterion = criteria[index];
  const score = scorecard.criteria[index];
  if (criterion === undefined || score === undefined) return null;
  const shared = organisationAnswer(view, criterion.id);
  const row = countingAnswers(view.rows, view.ofOrganisation).find(
    (answer) => answer.criterion === criterion.id,
  );
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    /** Where the organisation answers it: from where, and the department’s note. */
    shared,
    department: view.department,
    organisation: view.organisation,
    mayAnswer: view.mayAnswer,
    mayAttachEvidence: view.mayAttachEvidence && shared === null,
    mayEraseFile: view.mayEraseFile && shared === null,
    mayPlanActions: view.mayPlanActions,
    section: charter.sections.find(({ id }) => id === criterion.section)?.title ?? '',
    position: POSITION.of(index + 1, criteria.length),
    before: neighbour(criteria[index - 1]),
    after: neighbour(criteria[index + 1]),
    criterion: criterionText(charter, criterion),
    state: view.progress.criteria.get(criterion.id) ?? 'not-started',
    /** What is left to be done for it; nothing where it is not begun, or ready. */
    gaps: gapsIn(view, { criterion, score, row }),
    answer: row === undefined ? NO_ANSWER : answerOf(row),
    /** What is ticked, rating by rating; null where the charter asks for no statements one by one. */
    statements: statementsShown(charter, criterion, answerSet.answers.get(criterion.id)),
    counts: {
      applicable: score.applicable,
      /** Which facts rule it out; null = none does. */
      ruledOut:
        score.ruledOutBy === undefined ? null : ruledOutText(charter, score.ruledOutBy, answerSet),
      claimed: score.claimed,
      supported: score.supported,
      claimedText: ratingText(charter, score.claimed),
      supportedText: ratingText(charter, score.supported),
      reasons: score.reasons.map((cap) => capText(charter, cap)),
    },
    evidence: evidenceOn(view, criterion.id),
    kinds: kindChoice(charter, criterion),
    /** Whether there is evidence of other criteria, which can be used here, too. */
    hasOther: view.evidence.some(({ item }) => item.criterion !== criterion.id),
    indicators: [...new Set(criterion.indicatorRules.flatMap(indicatorsOf))].flatMap((id) => {
      const indicator = charter.indicators.find((one) => one.id === id);
      return indicator === undefined
        ? []
        : [
            {
              id,
              title: indicator.title,
              result: figureText(indicator, answerSet.indicators.get(id)),
            },
          ];
    }),
  };
}

type Standing = {
  readonly criterion: Criterion;
  readonly score: CriterionScore;
  readonly row: AssessmentView['rows'][number] | undefined;
};

function gapsIn(
  { charter, answerSet }: Pick<AssessmentView, Shown>,
  { criterion, score, row }: Standing,
): readonly string[] {
  const review = row !== undefined && row.review !== null;
  const gaps = gapsOf(criterion, answerSet.answers.get(criterion.id), { charter, score, review });
  return gaps.map((gap) => ANSWER_GAPS[gap]);
}

export type CriterionPage = NonNullable<ReturnType<typeof criterionPage>>;

/** The evidence that counts for a criterion, each item with why it does not, where it does not. */
function evidenceOn(view: Pick<AssessmentView, Shown>, criterion: string) {
  const { charter, answerSet } = view;
  const notCounted = notCountedTexts(answerSet.answers.get(criterion)?.evidence ?? []);
  return countingEvidence(view)
    .filter(({ item }) => item.criterion === criterion)
    .map(({ item, file, fileSize, held, erasedAt, erasedReason }, place) => ({
      id: item.id,
      title: item.title,
      description: item.description,
      /** The label of its kind; null = none. */
      kind: item.kind === null ? null : kindLabel(charter, item.kind),
      link: item.link,
      /** Where the link leads; null = nowhere, it is a text. */
      address: item.link === null ? null : linkAddress(item.link),
      file,
      size: fileSize === null ? null : sizeText(fileSize),
      /** Why its file cannot be downloaded at this moment; null = it can. */
      held,
      erased: erasedSince({ erasedAt, erasedReason }),
      /** Why it does not count; empty = it does. */
      notCounted: notCounted[place] ?? '',
    }));
}

/** What the charter says of a criterion, as a page shows it. */
export function criterionText(charter: Charter, criterion: Criterion) {
  return {
    id: criterion.id,
    title: criterion.title,
    question: criterion.question,
    guidance: criterion.guidance,
    why: criterion.rationale.why,
    sources: sourcesOf(charter, criterion),
    wordLimit: criterion.wordLimit,
    notApplicable: criterion.notApplicable,
    /** Whether ‘not applicable’ takes a reason, and a rating a narrative. */
    needsReason: criterion.notApplicableReason === 'required',
    needsNarrative: criterion.narrative === 'required',
    evidenceWanted: criterion.evidenceWanted,
    evidenceRules: criterion.evidenceRules.map((rule) => evidenceRuleText(charter, rule)),
    ratings: ratingChoices(charter, criterion),
    examples: criterion.examples,
    crosswalk: crosswalkOf(charter, criterion),
    /** Words of the charter's glossary that it uses. */
    words: wordsUsed(charter, criterion).map(({ term, means }) => ({ term, means })),
  };
}

export type CriterionText = ReturnType<typeof criterionText>;

const NO_ANSWER = {
  claimed: null,
  notApplicable: null,
  narrative: '',
  review: null,
  version: 0,
} as const satisfies ReturnType<typeof answerOf>;

function answerOf({
  claimed,
  notApplicable,
  narrative,
  review,
  version,
}: AssessmentView['rows'][number]): {
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
  /** Why it is to be looked at again; null = no need. */
  readonly review: string | null;
  readonly version: number;
} {
  return { claimed, notApplicable, narrative, review, version };
}

/** The criterion before or after, as a link needs it; null = there is none. */
export function neighbour(criterion: Criterion | undefined) {
  return criterion === undefined ? null : { id: criterion.id, title: criterion.title };
}

function sourcesOf(charter: Charter, criterion: Criterion) {
  return criterion.rationale.sources.flatMap(({ source: id, theme }) => {
    const source = charter.sources.find((one) => one.id === id);
    if (source === undefined) return [];
    return [{ citation: source.citation, url: source.url ?? null, theme: theme ?? null }];
  });
}
