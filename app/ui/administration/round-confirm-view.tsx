// Before a closing time changes: from when to when, who is affected and told; earlier than promised, again.
import { ASSESSMENT_STATES, ROUND_CONFIRM } from '#words/administration/administration-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { InRound, RoundPage } from '#app/queries/administration/rounds-page.ts';
import { ConfirmView, EarlierThanPromised } from '#app/ui/kit/confirm-view.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Asked = {
  readonly confirm: {
    readonly confirm: string;
    readonly isSecond: boolean;
    readonly closesAt: string;
    /** null = the round moves for everyone. */
    readonly assessmentId: string | null;
    readonly affected: readonly InRound[];
  };
  readonly typed: Readonly<Record<string, string>>;
};
type Props = { readonly page: RoundPage; readonly asked: Asked };

export function RoundConfirmView({ page, asked: { confirm, typed } }: Props) {
  const { assessmentId, isSecond, closesAt, affected } = confirm;
  const isEarlier = assessmentId === null && closesAt < page.closesAt;
  const [only] = assessmentId === null ? [] : affected;
  const reason = typed[`reason-${assessmentId ?? 'closes'}`] ?? '';
  return (
    <ConfirmView
      title={titleOf({ isSecond, isExtension: assessmentId !== null })}
      back={{ to: addressOf('/admin/rounds/:round', { round: page.id }), text: page.name }}
      button={isSecond ? 'Yes, take the time away' : 'Confirm the new closing time'}
      typed={typed}
      confirm={confirm.confirm}
    >
      <p>
        {page.name} {only === undefined ? 'closes' : `closes for ${only.department}`} on{' '}
        <strong>{dayAndTime(closesAt)}</strong> instead of{' '}
        {dayAndTime(only === undefined ? page.closesAt : only.closesAt)}, London time.
      </p>
      {isEarlier ? <EarlierThanPromised who="Departments" isSecond={isSecond} /> : null}
      <p className="app-narrative">The reason: {reason}</p>
      <h2 className="nhsuk-heading-m">Who is affected</h2>
      {affected.length === 0 ? (
        <p>No department is in this round yet, so nobody is told.</p>
      ) : (
        <>
          <p>Their leads and sponsors get a letter with both times and the reason.</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {affected.map(
              ({ id, department, organisation, state, startedOn, closesAt: promised }) => (
                <li key={id}>
                  {department}, {organisation}: {ASSESSMENT_STATES[state].toLowerCase()}, started on{' '}
                  {dayText(startedOn)}
                  {assessmentId === null && promised > closesAt && promised > page.closesAt
                    ? `; it has more time of its own, until ${dayAndTime(promised)}`
                    : ''}
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </ConfirmView>
  );
}

function titleOf(given: { readonly isSecond: boolean; readonly isExtension: boolean }): string {
  if (given.isSecond) return ROUND_CONFIRM.reallyEarlier;
  return given.isExtension ? ROUND_CONFIRM.more : ROUND_CONFIRM.newTime;
}
