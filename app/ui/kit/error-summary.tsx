// The problems of a form, first on the page and focused, each a link to its field.
import { SERVICE_NAME } from '#words/kit/service-name.ts';

export type Problem = {
  readonly text: string;
  /** Id of the field; null = the whole form. */
  readonly field: string | null;
};

/** The fields' problems as a summary lists them. */
export function problemsOf(errors: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(errors).map(([field, text]) => ({ field: field || null, text }));
}

type TitleProps = { readonly title: string; readonly problems?: boolean };

/** The title of a page in the browser; it says first that there is a problem. */
export function PageTitle({ title, problems = false }: TitleProps) {
  return <title>{`${problems ? 'Error: ' : ''}${title} – ${SERVICE_NAME}`}</title>;
}

export function ErrorSummary({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    // The page is loaded anew with its problems, so the browser itself can move the focus here.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="nhsuk-error-summary" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading nhsuk-heading-m">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map(({ text, field }) => (
              <li key={text}>{field === null ? text : <a href={`#${field}`}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
