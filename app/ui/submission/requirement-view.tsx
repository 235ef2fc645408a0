// What the department notes about one requirement of the panel.
import { addressOf } from '#app/addresses.ts';
import type { ShownRequirement } from '#app/queries/submission/required-meanwhile.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { Done } from './required-list.tsx';

type Props = {
  readonly page: {
    readonly id: string;
    readonly label: string;
    readonly requirement: ShownRequirement;
  };
  readonly refused: Refused | null;
};

export function RequirementView({ page, refused }: Props) {
  const { requirement } = page;
  const { note } = requirement;
  return (
    <AssessmentFrame id={page.id} here={null}>
      <PageTitle
        title={`What you did about ${requirement.id}: ${page.label}`}
        problems={refused !== null}
      />
      <BackLink
        to={addressOf('/assessments/:id/criteria/:criterion', {
          id: page.id,
          criterion: requirement.id,
        })}
      >
        {requirement.name}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{requirement.name}</span>
          What you did about the requirement
        </h1>
        <p>The panel requires:</p>
        <div className="nhsuk-inset-text">
          <p className="app-narrative">{requirement.requirement}</p>
        </div>
        <h2 className="nhsuk-heading-m">Since the submission</h2>
        <Done requirement={requirement} />
        <form method="post" noValidate>
          {/* After a refusal the note that is shown above is the one that would be replaced. */}
          <HiddenFields fields={[['version', String(note.version)]]} />
          <TextArea
            name="note"
            label="Your note"
            hint="For your team and whoever signs: such as where the change is, or why nothing had to change. It is no part of the submission."
            rows={5}
            value={refused?.typed['note'] ?? note.text}
            error={refused?.errors['note']}
          />
          <button className="nhsuk-button">Save the note</button>
        </form>
      </Column>
    </AssessmentFrame>
  );
}
