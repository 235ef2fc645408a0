// Anyone says what they hold against an award; no account is needed.
import { addressOf } from '#app/addresses.ts';
import { GROUNDS } from '#app/domain/award/objection.ts';
import type { Verification } from '#app/queries/award/verification.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { GROUND_TEXT } from '#words/award/objection-text.ts';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = {
  readonly award: Verification;
  readonly done: string | null;
  readonly refused: Refused | null;
};

export function ObjectionView({ award, done, refused }: Props) {
  const { typed = {}, errors = {} } = refused ?? {};
  return (
    <>
      <PageTitle title={`Object to award ${award.number}`} problems={refused !== null} />
      <BackLink to={addressOf('/awards/:award', { award: award.number })}>The award</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <Done what={refused === null ? done : null} />
        <h1 className="nhsuk-heading-l">
          Object to the award of {award.department}, {award.organisation.name}
        </h1>
        <p>
          Tell the awarding body if information in the award is false, misleading or missing, or if
          the department does not meet the charter any more. An administrator looks at every
          objection and writes to you with the outcome. The department does not learn your name from
          us.
        </p>
        <form method="post" noValidate>
          <Choices
            kind="radio"
            name="ground"
            label="What do you hold against the award?"
            options={GROUNDS.map((ground) => ({ value: ground, label: GROUND_TEXT[ground] }))}
            chosen={[typed['ground'] ?? '']}
            error={errors['ground']}
          />
          <TextArea
            name="text"
            label="What exactly, and how do you know?"
            hint="Do not write about the health or ethnicity of any one person."
            rows={8}
            value={typed['text']}
            error={errors['text']}
          />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            value={typed['name']}
            error={errors['name']}
          />
          <TextField
            name="email"
            label="Your email address"
            hint="Only to write to you about this objection"
            type="email"
            autoComplete="email"
            value={typed['email']}
            error={errors['email']}
          />
          <button className="nhsuk-button">Send the objection</button>
        </form>
      </Column>
    </>
  );
}
