// One round: its closing time, and which departments mean to submit.
import { ASSESSMENT_STATES } from '#words/administration/administration-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { InRound, RoundPage } from '#app/queries/administration/rounds-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { MomentField } from '#app/ui/kit/moment-field.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Page = RoundPage & {
  readonly closing: Readonly<Record<string, string>>;
  readonly done: string | null;
};
type Props = { readonly page: Page; readonly refused: Refused | null };

export function RoundView({ page, refused }: Props) {
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageTitle title={page.name} problems={refused !== null} />
      <BackLink to={addressOf('/admin/rounds')}>Rounds</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">{page.name}</h1>
        <p>
          {page.charter}. From {dayAndTime(page.opensAt)} to{' '}
          <strong>{dayAndTime(page.closesAt)}</strong>, London time.
        </p>
        <details
          className="nhsuk-details"
          open={errors['closes'] !== undefined || errors['reason-closes'] !== undefined}
        >
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Move the closing time for everyone</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" noValidate>
              <MomentField
                name="closes"
                label="Closes"
                typed={refused?.typed ?? page.closing}
                error={errors['closes']}
              />
              <TextArea
                name="reason-closes"
                label="Reason, for the departments to read"
                rows={2}
                value={refused?.typed['reason-closes']}
                error={errors['reason-closes']}
              />
              <p>The next page shows who is affected. Nothing changes before you confirm it.</p>
              <button className="nhsuk-button nhsuk-button--secondary">
                Move the closing time
              </button>
            </form>
          </div>
        </details>
        <h2 className="nhsuk-heading-m">Departments that mean to submit</h2>
        {page.assessments.length === 0 ? <p>None has chosen this round yet.</p> : null}
        {page.found > page.assessments.length ? (
          <p>
            {page.found} assessments, {page.assessments.length} of them on this page.
          </p>
        ) : null}
        {page.assessments.map((assessment) => (
          <Department key={assessment.id} assessment={assessment} refused={refused} />
        ))}
        <PageLinks
          path={addressOf('/admin/rounds/:round', { round: page.id })}
          page={page.page}
          pages={page.pages}
          next="Next"
          previous="Previous"
        />
      </Column>
    </>
  );
}

type DepartmentProps = {
  readonly assessment: InRound;
  readonly refused: Refused | null;
};

function Department({ assessment, refused }: DepartmentProps) {
  const { id, organisation, department, state, closesAt, extensions } = assessment;
  const errors = refused?.errors ?? {};
  const wrong = [`extended-${id}`, `reason-${id}`].some((field) => errors[field] !== undefined);
  return (
    <section className="app-evidence" aria-labelledby={`department-${id}`}>
      <h3 className="nhsuk-heading-s" id={`department-${id}`}>
        {department}, {organisation}
      </h3>
      <p>
        {ASSESSMENT_STATES[state]}, started on {dayText(assessment.startedOn)}. Closes for it on{' '}
        {dayAndTime(closesAt)}.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {extensions.map((extension) => (
          <li key={extension.key}>
            Extended to {dayAndTime(extension.closesAt)}: {extension.reason}
          </li>
        ))}
      </ul>
      {state === 'submitted' ? null : (
        <details className="nhsuk-details" open={wrong}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Give more time<span className="nhsuk-u-visually-hidden"> to {department}</span>
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" noValidate>
              <input type="hidden" name="assessment" value={id} />
              <MomentField
                name={`extended-${id}`}
                label="Closes for it"
                typed={refused?.typed ?? {}}
                error={errors[`extended-${id}`]}
              />
              <TextArea
                name={`reason-${id}`}
                label="Reason, for the department to read"
                rows={2}
                value={refused?.typed[`reason-${id}`]}
                error={errors[`reason-${id}`]}
              />
              <button className="nhsuk-button nhsuk-button--secondary">Extend</button>
            </form>
          </div>
        </details>
      )}
    </section>
  );
}
