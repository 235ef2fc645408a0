// After a sign-in that carried a form: the text is here, to be saved now.
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';

type Props = {
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
};

export function SendAgain({ to, fields }: Props) {
  return (
    <Column>
      <PageTitle title="You are signed in" />
      <h1 className="nhsuk-heading-l">You are signed in, and your text is still here</h1>
      <p>
        What you sent had not been saved, because you had been signed out. Save it now to carry on
        where you were.
      </p>
      <form method="post" action={to} data-carried="">
        <HiddenFields fields={fields} />
        <button className="nhsuk-button">Save what I typed</button>
      </form>
      {fields
        .filter(([, value]) => value.length > 40)
        .map(([name, value]) => (
          <details className="nhsuk-details" key={name}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Read the text</span>
            </summary>
            <div className="nhsuk-details__text app-narrative">{value}</div>
          </details>
        ))}
    </Column>
  );
}
