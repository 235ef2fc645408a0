// Check your answers, sign, submit: where the assessment is in its life, what stands in the way, and
// everything that will be signed and submitted, on one page.
import { CHECK } from '#words/submission/submission-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { obstacleText, remarkText } from '#words/submission/readiness-text.ts';
import { isOpen, stateOf } from '#app/domain/submission/life.ts';
import { readinessOf } from '#app/domain/submission/not-ready.ts';
import { closesFor, roundState, takesVersion } from '#app/domain/assessment/round-times.ts';
import { type Answer, wordsOf } from '#app/domain/scoring/answer.ts';
import {
  type Charter,
  charterTitle,
  type Criterion,
  findCriterion,
} from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { roleText } from '#words/people/role-text.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import type { Services } from '#app/services.server.ts';
import { loadRevision } from '#db/repositories/review/decisions.ts';
import { listExtensions, listRounds } from '#db/repositories/administration/round-rows.ts';
import { listSubmissions, loadSignature } from '#db/repositories/submission/submissions.ts';
import { requirementsPage } from './required-meanwhile.ts';
import { signingState } from './signing-state.ts';
import { organisationNotice } from '#app/queries/assessment/organisation-answer.ts';
import { factsTold } from '#words/assessment/fact-value.ts';
import { levelText, scoreText } from '#words/kit/wording.ts';

/** What the page shows of an assessment that this person may read. */
export async function checkPage(services: Services, actor: Actor, view: AssessmentView) {
  const { charter, scorecard, answerSet } = view;
  const state = stateOf(view.state);
  const readiness = readinessOf({
    charter,
    answerSet,
    scorecard,
    targetLevel: view.targetLevel,
    actions: view.actions.length,
  });
  const signature = await loadSignature(services.engine.db, view.id);
  const [submission] = await listSubmissions(services.engine.db, view.id);
  return {
    id: view.id,
    department: view.label,
    organisation: view.organisation,
    state,
    charter: charterTitle(charter),
    target: levelText(charter, view.targetLevel),
    level: levelText(charter, scorecard.level),
    /** How many criteria have no answer that counts, of how many. */
    unanswered: { count: scorecard.unanswered.length, of: scorecard.criteria.length },
    overall: scoreText(scorecard.overall),
    obstacles: readiness.obstacles.map((obstacle) => obstacleText(charter, obstacle)),
    remarks: readiness.remarks.map((remark) => ({
      text: remarkText(charter, remark),
      criteria: 'criteria' in remark ? remark.criteria.map((one) => titled(charter, one)) : [],
    })),
    signing: await signingState(services, view),
    signature: shownSignature(signature, actor),
    submitted: state === 'submitted' ? submittedAs(submission) : null,
    /** The day by which the panel asked for revisions, while they are under way; null = none. */
    revisionsDueOn: state === 'submitted' ? null : await revisionsDue(services, view),
    requirements: state === 'submitted' ? [] : ((await requirementsPage(services, view)) ?? []),
    rounds: await roundsFor(services, view),
    roundId: view.roundId,
    organisationNotice: organisationNotice(view),
    /** Every fact that the charter asks for, with what is known. */
    facts: factsTold(charter, answerSet.facts),
    may: mayNow(actor, view, signature),
    sections: charter.sections.map(({ id, title, criteria }) => ({
      id,
      title,
      criteria: criteria.map((criterion) => answerRow(view, criterion)),
    })),
  };
}

function mayNow(actor: Actor, view: AssessmentView, signature: Signature) {
  const state = stateOf(view.state);
  return {
    change: isOpen(state) && view.mayAnswer,
    ask: mayDo(actor, view, 'ask-to-sign') && state === 'draft',
    sign: mayDo(actor, view, 'sign-off') && state === 'draft',
    reopen: mayDo(actor, view, 'reopen') && state === 'signed-off',
    chooseRound: mayDo(actor, view, 'choose-round') && canChooseRound(view),
    submit:
      mayDo(actor, view, 'submit') && state === 'signed-off' && signature?.userId !== actor.id,
  };
}

/** What was signed has its organisation’s answers for one round. */
function canChooseRound({ state, ofOrganisation }: AssessmentView): boolean {
  return state === 'draft' || (state === 'signed-off' && ofOrganisation === null);
}

type Signature = Awaited<ReturnType<typeof loadSignature>>;

function shownSignature(signature: Signature, actor: Actor) {
  if (signature === null) return null;
  const { id, name, role, signedAt, userId } = signature;
  /** Whoever signed does not submit as well. */
  const own = userId === actor.id;
  return { id, name, role: roleText(role), signedAt, own };
}

/** One criterion as it will be signed. */
function answerRow(view: AssessmentView, criterion: Criterion) {
  const { scorecard, answerSet, progress } = view;
  const { id, title, wordLimit } = criterion;
  const answer = answerSet.answers.get(id);
  return {
    id,
    title,
    state: progress.criteria.get(id) ?? ('not-started' as const),
    rating: ratingOf(scorecard, id),
    /** Whether the organisation answers it, and what the department adds; '' = nothing. */
    byOrganisation: isAnsweredByOrganisation(view, id),
    limit: wordLimit,
    ...(answer === undefined ? NOTHING_SAID : saidIn(answer)),
  };
}

const NOTHING_SAID = { note: '', text: '', words: 0, evidence: [] };

function saidIn(answer: Answer) {
  const { notApplicable, narrative, note = '', evidence } = answer;
  return {
    note,
    text: notApplicable ?? narrative,
    words: wordsOf(answer),
    evidence: evidence.map((item) => item.title),
  };
}

function ratingOf({ criteria }: AssessmentView['scorecard'], id: string): string {
  const score = criteria.find((one) => one.id === id);
  if (score === undefined || score.claimed === null) {
    return score?.applicable === false ? LABEL.notApplicable : CHECK.noRating;
  }
  return CHECK.rating(score.claimed, score.supported);
}

export type CheckPage = Awaited<ReturnType<typeof checkPage>>;

function mayDo(
  actor: Actor,
  { place }: AssessmentView,
  act: Parameters<typeof mayWithAssessment>[1],
): boolean {
  return mayWithAssessment(actor, act, place);
}

type Submission = Awaited<ReturnType<typeof listSubmissions>>[number];

function submittedAs(latest: Submission | undefined) {
  return latest === undefined || latest.withdrawnAt !== null
    ? null
    : { number: latest.number, at: latest.submittedAt };
}

async function revisionsDue({ engine }: Services, { id }: AssessmentView): Promise<string | null> {
  const revision = await loadRevision(engine.db, id);
  return revision === null ? null : revision.dueOn;
}

/** The rounds that take the assessment, with their times for it; one that has closed where it was chosen. */
async function roundsFor({ engine, clock }: Services, view: AssessmentView) {
  const now = clock().toISOString();
  const rounds = (await listRounds(engine.db)).filter((round) =>
    takesVersion(round, view.scorecard.charter),
  );
  const extensions = await listExtensions(engine.db, { assessmentId: view.id });
  const extended = Map.groupBy(extensions, ({ roundId }) => roundId);
  const all = rounds.map((round) => {
    const closesAt = closesFor(round, extended.get(round.id) ?? []);
    return {
      id: round.id,
      name: round.name,
      opensAt: round.opensAt,
      closesAt,
      extended: closesAt !== round.closesAt,
      state: roundState(round, { closesAt, now }),
    };
  });
  // One that has closed can be chosen no longer; the one that was chosen is still told of.
  return all.filter(({ id, state }) => state !== 'closed' || id === view.roundId);
}

function titled(charter: Charter, id: string) {
  return { id, title: findCriterion(charter, id)?.title ?? '' };
}
