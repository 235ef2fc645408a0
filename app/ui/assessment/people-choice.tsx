// Who writes a criterion: ticked by the assessment lead.
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { Choices } from '#app/ui/kit/fields.tsx';

type Props = {
  readonly to: string;
  readonly criterion: string;
  readonly writers: CriterionTogether['writers'];
  readonly error?: string | undefined;
};

export function PeopleChoice({ to, criterion, writers, error }: Props) {
  return (
    <form method="post" action={to}>
      <Choices
        name="people"
        kind="checkbox"
        size="s"
        label={`Who writes ${criterion}?`}
        error={error}
        options={writers.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={writers.filter(({ assigned }) => assigned).map(({ id }) => id)}
      />
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Save who writes it
      </button>
    </form>
  );
}
