// The charters: every version, whether it is offered, and how to retire one.
import { CHARTER_STATES } from '#words/charters/charters-pages.ts';
import { TRIAL } from '#words/charters/trial-words.ts';
import { addressOf } from '#app/addresses.ts';
import type { ChartersPage } from '#app/queries/charters/charters-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextArea } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Refused = { readonly charter: string; readonly reason: string; readonly error: string };
type Props = {
  readonly page: ChartersPage & { readonly done: string | null };
  readonly refused: Refused | null;
};
type Version = ChartersPage['versions'][number];

export function ChartersView({ page, refused }: Props) {
  const problems =
    refused === null ? [] : [{ text: refused.error, field: `reason-${refused.charter}` }];
  return (
    <>
      <PageTitle title="Charters" problems={refused !== null} />
      <AdminLinks here={addressOf('/admin/charters')} />
      <Column>
        <ErrorSummary problems={problems} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Charters</h1>
        <p>
          A version is published by a reviewed change in the repository, which lists it with the
          fingerprint of its files. A published version never changes. Here you can retire one, so
          that nobody starts it any more; what is on it goes on.
        </p>
        <p>
          <a href={addressOf('/admin/charters/compare')}>Compare two versions</a>
        </p>
        <p>
          <a href={addressOf('/admin/charters/trial')}>{TRIAL.link}</a>
        </p>
        {page.versions.map((version) => (
          <VersionPart key={version.name} version={version} refused={refused} />
        ))}
        {page.refused.map(({ folder, mistakes, first }) => (
          <div className="nhsuk-inset-text" key={folder}>
            <p>
              The folder {folder} could not be used: {mistakes}{' '}
              {mistakes === 1 ? 'mistake' : 'mistakes'}. {first}
            </p>
          </div>
        ))}
      </Column>
    </>
  );
}

type PartProps = { readonly version: Version; readonly refused: Refused | null };

function VersionPart({ version, refused }: PartProps) {
  const { name, title, state, assessments, sha256, retired } = version;
  return (
    <section className="app-evidence" aria-labelledby={`version-${name}`}>
      <h2 className="nhsuk-heading-s" id={`version-${name}`}>
        <a href={addressOf('/charters/:charter', { charter: name })}>
          {title}, version {version.version}
        </a>
      </h2>
      <p>
        {CHARTER_STATES[state]}. {assessments === 0 ? 'No assessment is' : null}
        {assessments === 1 ? '1 assessment is' : null}
        {assessments > 1 ? `${assessments} assessments are` : null} on it.
      </p>
      {retired === null ? null : (
        <p>
          Retired {dayAndTime(retired.at)}
          {retired.by === null ? '' : ` by ${retired.by}`}: {retired.reason}
        </p>
      )}
      <p className="nhsuk-body-s app-narrative">Fingerprint (SHA-256): {sha256}</p>
      {state === 'offered' ? (
        <Retire version={version} refused={refused?.charter === name ? refused : null} />
      ) : null}
      {state === 'retired' ? (
        <form method="post">
          <HiddenFields fields={[['charter', name]]} />
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="offer">
            Offer again
            <span className="nhsuk-u-visually-hidden">
              : {title}, version {version.version}
            </span>
          </button>
        </form>
      ) : null}
    </section>
  );
}

function Retire({ version, refused }: PartProps) {
  return (
    <details className="nhsuk-details" open={refused !== null}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Retire
          <span className="nhsuk-u-visually-hidden">
            : {version.title}, version {version.version}
          </span>
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post" noValidate>
          <HiddenFields fields={[['charter', version.name]]} />
          <ReasonField version={version} refused={refused} />
          <button className="nhsuk-button nhsuk-button--warning" name="intent" value="retire">
            Retire this version
          </button>
        </form>
      </div>
    </details>
  );
}

function ReasonField({ version, refused }: PartProps) {
  return (
    <TextArea
      name={`reason-${version.name}`}
      label="Why is it retired?"
      rows={2}
      value={refused?.reason}
      error={refused?.error}
    />
  );
}
