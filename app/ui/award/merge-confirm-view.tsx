// Before an organisation becomes part of another: what that does, and to whom.
import { addressOf } from '#app/addresses.ts';
import type { OrganisationChanges } from '#app/queries/award/organisation-changes.ts';
import { ConfirmView } from '#app/ui/kit/confirm-view.tsx';

type Props = {
  readonly page: OrganisationChanges;
  readonly asked: {
    readonly confirm: string;
    readonly into: string;
    readonly typed: Readonly<Record<string, string>>;
  };
};

export function MergeConfirmView({ page, asked: { confirm, into, typed } }: Props) {
  const successor = page.others.find(({ value }) => value === into)?.label ?? into;
  const { departments, awards } = page;
  return (
    <ConfirmView
      title={`Confirm the merger of ${page.name}`}
      back={{
        to: addressOf('/admin/organisations/:organisation/changes', { organisation: page.id }),
        text: page.name,
      }}
      button="Save the merger"
      typed={typed}
      confirm={confirm}
    >
      <p>
        From now on the register says that <strong>{page.name}</strong> is part of{' '}
        <strong>{successor}</strong>. This cannot be taken back here.
      </p>
      <h2 className="nhsuk-heading-m">What is affected</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {awards === 0
            ? 'No award of it is in the register.'
            : `${awards} ${awards === 1 ? 'award keeps its' : 'awards keep their'} name and ${awards === 1 ? 'is' : 'are'} listed with ${successor}, too.`}
        </li>
        {departments.length === 0 ? <li>It has no department.</li> : null}
        {departments.map((name) => (
          <li key={name}>The department {name} keeps its people and its assessments.</li>
        ))}
      </ul>
    </ConfirmView>
  );
}
