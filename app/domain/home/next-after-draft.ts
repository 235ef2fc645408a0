// What comes next once the answers stand: signed and not submitted, before the panel, decided, awarded.
import { promiseOf } from '#app/domain/review/promise.ts';
import type { NextStep } from './next-steps.ts';
import { mayNow, type Standing } from './reader-standing.ts';

/** The next step with what is signed and not submitted. */
export function whenSigned(standing: Standing): NextStep {
  const { signature, actor, revision, round } = standing;
  if (!mayNow(standing, 'submit')) {
    return { code: 'others-submit', signedBy: signature?.name ?? null };
  }
  const barred = revision === null ? roundInTheWay(standing) : dayInTheWay(standing, revision);
  if (barred !== null) return barred;
  if (standing.hasRival) return { code: 'rival' };
  if (signature?.userId === actor.id) return { code: 'own-signature' };
  return { code: 'submit', closesAt: revision === null ? (round?.closesAt ?? null) : null };
}

function dayInTheWay({ today }: Standing, { dueOn }: { readonly dueOn: string }): NextStep | null {
  return today > dueOn ? { code: 'revisions-over', dueOn } : null;
}

function roundInTheWay({ round, otherRounds }: Standing): NextStep | null {
  if (round?.state === 'open') return null;
  if (round?.state === 'not-open-yet') return { code: 'round-opens', at: round.opensAt };
  if (otherRounds > 0) return { code: 'choose-round' };
  return round === null ? { code: 'wait-for-round' } : { code: 'round-closed', at: round.closesAt };
}

/** The next step with what is submitted. */
export function onceSubmitted(standing: Standing): NextStep {
  const { decided, award, revision } = standing;
  if (decided === null || decided.isEarlier) return waitForPanel(standing);
  if (decided.outcome === 'award' && award !== null) return withAward(standing, award);
  if (decided.outcome !== 'revisions' || revision === null) return { code: 'read-decision' };
  const { dueOn } = revision;
  if (standing.today > dueOn) return { code: 'revisions-over', dueOn };
  return mayNow(standing, 'revise')
    ? { code: 'begin-revision', dueOn }
    : { code: 'wait-for-revision', dueOn };
}

function waitForPanel({ submittedOn, today }: Standing): NextStep {
  const promised = submittedOn === null ? null : promiseOf({ submittedOn, decidedOn: null, today });
  return { code: 'wait-for-panel', promisedBy: promised?.dueOn ?? null };
}

type Award = NonNullable<Standing['award']>;

function withAward(standing: Standing, award: Award): NextStep {
  const { next, lastDay, opensOn, renewal } = award;
  if (next === null && renewal !== null) return { code: 'see-renewal', renewal };
  if (next === null) return mayNow(standing, 'renew') ? { code: 'start-again' } : over(award);
  if (next.what === 'report' && mayNow(standing, 'report-progress')) {
    const { year, dueOn, late } = next;
    if (opensOn !== null && standing.today >= opensOn) {
      return { code: 'write-report', year, dueOn, late };
    }
    return renewing(standing, award) ?? { code: 'note-progress', year, dueOn };
  }
  return renewing(standing, award) ?? { code: 'award-holds', lastDay };
}

function over({ lastDay }: Award): NextStep {
  return { code: 'award-over', lastDay };
}

/** The renewal that is under way, or may be started; null = it is too early. */
function renewing(standing: Standing, award: Award): NextStep | null {
  const { renewal, renewability, lastDay } = award;
  if (renewal !== null) return { code: 'see-renewal', renewal };
  const isOpen = renewability.kind === 'open' && mayNow(standing, 'renew');
  return isOpen ? { code: 'renew', lastDay } : null;
}
