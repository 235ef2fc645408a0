// What a draft is called, so that several of one department are told apart.
import { addressOf } from '#app/addresses.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = {
  readonly page: { readonly id: string; readonly department: string; readonly name: string };
  readonly refused: Refused | null;
};

export function NameView({ page, refused }: Props) {
  return (
    <AssessmentFrame id={page.id} here="tasks">
      <PageTitle title={`Name of the draft of ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Name this draft
        </h1>
        <form method="post" noValidate>
          <TextField
            name="name"
            label="Name"
            hint="Such as ‘Second attempt’. It is shown after the department to your organisation, and is no part of what you submit. Leave it empty for no name."
            width="two-thirds"
            value={refused?.typed['name'] ?? page.name}
            error={refused?.errors['name']}
          />
          <button className="nhsuk-button">Save the name</button>
        </form>
      </Column>
    </AssessmentFrame>
  );
}
