// Before a charter version is retired: what goes on, what ends, and for whom.
import { addressOf } from '#app/addresses.ts';
import type { Retirement } from '#app/queries/charters/charters-page.ts';
import { ConfirmView } from '#app/ui/kit/confirm-view.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly asked: {
    readonly confirm: string;
    readonly affects: Retirement;
    readonly reason: string;
    readonly typed: Readonly<Record<string, string>>;
  };
};

export function RetireConfirmView({ asked: { confirm, affects, reason, typed } }: Props) {
  const { title, assessments, rounds } = affects;
  return (
    <ConfirmView
      title={`Confirm that you retire ${title}`}
      back={{ to: addressOf('/admin/charters'), text: 'Charters' }}
      button="Retire this version"
      typed={typed}
      confirm={confirm}
    >
      <p>
        No department can start an assessment on it any more, and no round is opened for it. What is
        on it goes on. You can offer it again.
      </p>
      <p className="app-narrative">The reason: {reason}</p>
      <h2 className="nhsuk-heading-m">Departments that are on it and have not submitted</h2>
      {assessments.length === 0 ? <p>None.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {assessments.map(({ id, department, organisation }) => (
          <li key={id}>
            {department}, {organisation}: can go on and submit
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">Rounds that take it and have not closed</h2>
      {rounds.length === 0 ? <p>None.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {rounds.map(({ id, name, closesAt }) => (
          <li key={id}>
            {name}, which closes on {dayAndTime(closesAt)}
          </li>
        ))}
      </ul>
    </ConfirmView>
  );
}
