// The award of a department where its name stands: what it is, how long it holds, and what comes next.
import { HOLDS } from '#words/award/award-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { AwardAtHome } from '#app/queries/award/award-at-home.ts';
import { AwardStateTag } from './award-state.tsx';
import { dayOf, dayText } from '#words/kit/time.ts';

// The dates say enough of these.
const COMMON: readonly string[] = ['valid', 'unpublished'];

type Props = {
  readonly id: string;
  readonly department: string;
  readonly award: AwardAtHome;
};

export function AwardAtHomeView({ id, department, award }: Props) {
  const { level, number, state, withdrawnAt, isPublished } = award;
  return (
    <>
      <p>
        Award: <strong>{level}</strong>, number{' '}
        {isPublished ? (
          <a href={addressOf('/awards/:award', { award: number })}>{number}</a>
        ) : (
          number
        )}
        {state === 'unpublished' ? ', not in the register yet' : null}.{' '}
        {COMMON.includes(state) ? null : <AwardStateTag state={state} />}
        <br />
        {withdrawnAt === null
          ? validity(award)
          : `Withdrawn on ${dayOf(withdrawnAt)}. The reason: ${award.withdrawnReason ?? ''}`}
      </p>
      <Next id={id} award={award} />
      <p>
        <a href={addressOf('/assessments/:id/progress', { id })}>
          After the award
          <span className="nhsuk-u-visually-hidden">: {department}</span>
        </a>
      </p>
    </>
  );
}

function validity({ state, awardedOn, validUntil, lastDay }: AwardAtHome): string {
  if (state === 'expired') return HOLDS.wasValid(dayText(lastDay));
  const held = HOLDS.valid(dayText(awardedOn), dayText(validUntil));
  return lastDay === validUntil ? `${held}.` : HOLDS.withGrace(held, dayText(lastDay));
}

function Next({ id, award: { next } }: Pick<Props, 'id' | 'award'>) {
  if (next === null) return null;
  if (next.what === 'end') {
    return (
      <p>
        Next date: it ends after <strong>{dayText(next.on)}</strong>, unless it is renewed.
      </p>
    );
  }
  const { year, dueOn, late } = next;
  return (
    <p>
      Next date:{' '}
      <a href={addressOf('/assessments/:id/progress/:year', { id, year: String(year) })}>
        the report of year {year}
      </a>{' '}
      {late ? 'was due by' : 'is due by'} <strong>{dayText(dueOn)}</strong>
      {late ? <strong>: it is overdue</strong> : null}.
    </p>
  );
}
