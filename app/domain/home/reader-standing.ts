// Where an assessment stands for one reader: everything that says what to do next, and what waits for whom.
import type { ReviewState } from '#app/domain/assessment/criterion-review.ts';
import type { CriterionState } from '#app/domain/assessment/work-progress.ts';
import type { RoundState } from '#app/domain/assessment/round-times.ts';
import type { NextAfterAward } from '#app/domain/award/plan-report.ts';
import type { Renewability } from '#app/domain/award/renewal.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  type AssessmentAct,
  type AssessmentPlace,
  isOpenFor,
  mayWithAssessment,
} from '#app/domain/policy/assessment.ts';
import type { AssessmentState } from '#app/domain/submission/life.ts';
import type { Obstacle } from '#app/domain/submission/not-ready.ts';
import type { SigningBar } from '#app/domain/submission/signing.ts';

/** Whose a criterion is: nobody has been asked, the reader, only others, or the organisation, which answers it once. */
export type Whose = 'nobody' | 'own' | 'others' | 'organisation';

export type CriterionWork = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly state: CriterionState;
  /** It is to be looked at again, because its criterion has changed. */
  readonly review: boolean;
  readonly whose: Whose;
  /** The reader has been asked, if only to add a note to what the organisation answers. */
  readonly isMine: boolean;
  /** By which day, YYYY-MM-DD, a lead wants it written; null = by none of its own. */
  readonly dueOn: string | null;
  /** Names of who was asked to write it. */
  readonly names: readonly string[];
  /** What would lift a cap of the claim: so many items of evidence, or counts of an indicator; null = neither. */
  readonly lift: { readonly items: number } | { readonly enter: string } | null;
  readonly comments: OpenComments;
  /** How far its answer is among those who write it; null = it is being written. */
  readonly answer: ReviewState | null;
  /** The panel requires a revision, and nothing of it was touched since. */
  readonly required: boolean;
};

export type OpenComments = {
  readonly open: number;
  /** Of these, how many mention the reader, who has written nothing on the criterion since. */
  readonly mentions: number;
  /** Of the others, how many somebody else wrote. */
  readonly byOthers: number;
};

/** What was asked of the sponsors, and what came of it. */
export type Asked = {
  readonly kind: 'waiting' | 'sent-back';
  readonly by: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** What was asked with it, or is to be changed. */
  readonly text: string;
};

export type ChosenRound = {
  readonly name: string;
  readonly state: RoundState;
  readonly opensAt: string;
  readonly closesAt: string;
};

export type Decided = {
  /** It asks for revisions, makes an award, or does neither. */
  readonly outcome: 'revisions' | 'award' | 'none';
  /** Something was submitted since. */
  readonly isEarlier: boolean;
};

export type Standing = {
  readonly id: string;
  readonly label: string;
  readonly actor: Actor;
  readonly place: AssessmentPlace;
  readonly state: AssessmentState;
  /** YYYY-MM-DD in London. */
  readonly today: string;
  /** How many facts the charter asks for, while none of them is known; 0 = that is no matter any more. */
  readonly factsToSay: number;
  /** In the charter's order. */
  readonly criteria: readonly CriterionWork[];
  readonly obstacles: readonly Obstacle[];
  readonly actions: number;
  readonly asked: Asked | null;
  /** Why the reader may not sign; null = nothing but a role stands in the way. */
  readonly bar: SigningBar | null;
  /** How many others have the role and may sign. */
  readonly otherSigners: number;
  /** Who signed it, while that holds. */
  readonly signature: { readonly userId: string; readonly name: string } | null;
  /** The revisions that the panel asked for, while they are under way. */
  readonly revision: { readonly dueOn: string } | null;
  readonly round: ChosenRound | null;
  /** How many rounds take it, beside the one chosen, and have not closed. */
  readonly otherRounds: number;
  /** Another assessment of the department is before the same round. */
  readonly hasRival: boolean;
  readonly submittedOn: string | null;
  readonly decided: Decided | null;
  readonly award: {
    readonly next: NextAfterAward | null;
    /** The day from which the next report may be sent; null = none is left. */
    readonly opensOn: string | null;
    readonly lastDay: string;
    readonly renewability: Renewability;
    /** The assessment that renews it; null = none yet. */
    readonly renewal: string | null;
  } | null;
};

/** Whether the reader may do this with the assessment as it is now. */
export function mayNow({ actor, place, state }: Standing, act: AssessmentAct): boolean {
  return isOpenFor(act, state) && mayWithAssessment(actor, act, place);
}
