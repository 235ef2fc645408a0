// Where a step is taken, or read about.
import { addressOf } from '#app/addresses.ts';
import type { NextStep } from '#app/domain/home/next-steps.ts';
import type { Waiting } from '#app/domain/home/waiting-for.ts';

/** The page on which the next step with an assessment is taken. */
export function stepAddress(id: string, step: NextStep): string {
  switch (step.code) {
    case 'say-facts':
      return addressOf('/assessments/:id/facts', { id });
    case 'revise-criterion':
    case 'answer':
    case 'finish-answer':
    case 'look-again':
    case 'confirm':
    case 'shorten':
    case 'answer-comments':
    case 'see-cap':
      return addressOf('/assessments/:id/criteria/:criterion', {
        id,
        criterion: step.criterion.id,
      });
    case 'attach-evidence':
      return addressOf('/assessments/:id/criteria/:criterion/evidence', {
        id,
        criterion: step.criterion.id,
      });
    case 'enter-counts':
      return addressOf('/assessments/:id/indicators/:indicator', {
        id,
        indicator: step.indicator,
      });
    case 'see-others':
      return listOfWork(id, '?state=open');
    case 'own-ready':
      return listOfWork(id, step.left === 0 ? '' : '?state=open');
    case 'add-action':
      return addressOf('/assessments/:id/actions/new', { id });
    case 'find-signer':
      return addressOf('/assessments/:id/team', { id });
    case 'sign':
    case 'others-sign':
      return addressOf('/assessments/:id/sign', { id });
    case 'wait-for-team':
      return addressOf('/assessments/:id/read', { id });
    case 'submit':
      return addressOf('/assessments/:id/submit', { id });
    case 'read-sent-back':
    case 'choose-round':
    case 'put-right':
    case 'ask-to-sign':
    case 'wait-for-signature':
    case 'others-submit':
    case 'own-signature':
    case 'wait-for-round':
    case 'round-opens':
    case 'round-closed':
    case 'rival':
      return addressOf('/assessments/:id/check', { id });
    default:
      return addressAfter(id, step);
  }
}

type After = Extract<
  NextStep,
  {
    readonly code:
      | 'wait-for-panel'
      | 'begin-revision'
      | 'wait-for-revision'
      | 'revisions-over'
      | 'read-decision'
      | 'write-report'
      | 'note-progress'
      | 'renew'
      | 'see-renewal'
      | 'award-holds'
      | 'award-over'
      | 'start-again';
  }
>;

function addressAfter(id: string, step: After): string {
  switch (step.code) {
    case 'wait-for-panel':
      return addressOf('/assessments/:id/submission', { id });
    case 'begin-revision':
    case 'wait-for-revision':
    case 'revisions-over':
    case 'read-decision':
      return addressOf('/assessments/:id/decision', { id });
    case 'write-report':
      return reportAddress(id, step.year);
    case 'note-progress':
    case 'renew':
    case 'award-holds':
    case 'award-over':
      return addressOf('/assessments/:id/progress', { id });
    case 'see-renewal':
      return addressOf('/assessments/:id', { id: step.renewal });
    case 'start-again':
      return addressOf('/assessments/new');
    default:
      return step satisfies never;
  }
}

function reportAddress(id: string, year: number): string {
  return addressOf('/assessments/:id/progress/:year', { id, year: String(year) });
}

type WorkQuery =
  | ''
  | '?state=open'
  | '?state=in-review'
  | '?person=me&state=open'
  | '?person=me&state=sent-back';

/** The task list, narrowed to what is meant. */
function listOfWork(id: string, query: WorkQuery): string {
  return `${addressOf('/assessments/:id', { id })}${query}`;
}

/** The page on which something that waits is done. */
export function waitingAddress(one: Waiting): string {
  const { assessment: id } = one;
  switch (one.what) {
    case 'sign':
      return addressOf('/assessments/:id/sign', { id });
    case 'revise':
      return one.begun
        ? addressOf('/assessments/:id/check', { id })
        : addressOf('/assessments/:id/decision', { id });
    case 'sent-back':
      return addressOf('/assessments/:id/check', { id });
    case 'submit':
      return addressOf('/assessments/:id/submit', { id });
    case 'report':
      return reportAddress(id, one.year);
    case 'write':
      return oneOrList(one, '?person=me&state=open');
    case 'look':
      return oneOrList(one, '?state=in-review');
    case 'sent-back-to-you':
      return oneOrList(one, '?person=me&state=sent-back');
    case 'closing':
      return listOfWork(id, one.left === 0 ? '' : '?state=open');
    case 'organisation':
      return id === ''
        ? addressOf('/organisations/:organisation/answers', one)
        : addressOf('/assessments/:id', { id });
    case 'mentioned':
    case 'comments':
      return `${criterionOf(one)}#comments`;
    default:
      return one satisfies never;
  }
}

type Listed = Pick<Waiting, 'assessment'> & { readonly criteria: readonly string[] };

function oneOrList(one: Listed, query: WorkQuery): string {
  return one.criteria.length === 1 ? criterionOf(one) : listOfWork(one.assessment, query);
}

function criterionOf({ assessment: id, criteria }: Listed): string {
  return addressOf('/assessments/:id/criteria/:criterion', { id, criterion: criteria[0] ?? '' });
}
