// Changes what an item of evidence is called, says or links to, or removes it.
import { addressOf } from '#app/addresses.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { KindChoice } from '#app/queries/evidence/kind-choice.ts';
import { KindField } from './kind-of-evidence.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Saved = {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  /** '' = none. */
  readonly kind: string;
};

type Props = {
  readonly page: {
    readonly id: string;
    readonly isOfOrganisation: boolean;
    readonly criterion: string;
    readonly file: string | null;
    readonly version: number;
    readonly kinds: KindChoice;
    readonly saved: Saved;
  };
  readonly answered: {
    readonly errors: Readonly<Record<string, string>>;
    readonly typed: Readonly<Record<string, string>>;
    readonly conflict: {
      readonly savedBy: string | null;
      readonly savedAt: string | null;
      readonly saved: Saved;
      readonly version: number;
    } | null;
  } | null;
};

export function EvidenceChange({ page, answered }: Props) {
  const errors = answered?.errors ?? {};
  const conflict = answered?.conflict ?? null;
  const typed: Readonly<Record<string, string>> = answered?.typed ?? page.saved;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title="Change evidence" problems={answered !== null} />
      <BackLink
        to={addressOf('/assessments/:id/criteria/:criterion', {
          id: page.id,
          criterion: page.criterion,
        })}
      >
        Criterion {page.criterion}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        {conflict === null ? null : <Conflict conflict={conflict} kinds={page.kinds} />}
        <h1 className="nhsuk-heading-l">Change evidence</h1>
        {page.file === null ? null : (
          <p>
            File: <bdi>{page.file}</bdi>. To replace it, attach the new file and remove this item.
          </p>
        )}
        <form method="post" autoComplete="off" noValidate>
          <input type="hidden" name="version" value={conflict?.version ?? page.version} />
          <input type="hidden" name="criterion" value={page.criterion} />
          <TextField {...field('title')} label="Title" />
          <TextArea {...field('description')} rows={3} label="What it shows" />
          <KindField kinds={page.kinds} typed={typed['kind'] ?? ''} error={errors['kind']} />
          <TextField {...field('link')} type="url" inputMode="url" label="Link" />
          <button className="nhsuk-button" name="intent" value="save">
            Save
          </button>
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Remove this evidence</span>
            </summary>
            <div className="nhsuk-details__text">
              <p>
                The item and its file are deleted. The supported rating of the criterion may fall.
              </p>
              <button className="nhsuk-button nhsuk-button--warning" name="intent" value="remove">
                Remove the evidence
              </button>
            </div>
          </details>
        </form>
      </Column>
    </AssessmentFrame>
  );
}

type ConflictProps = {
  readonly conflict: NonNullable<NonNullable<Props['answered']>['conflict']>;
  readonly kinds: KindChoice;
};

function Conflict({ conflict: { saved, savedBy, savedAt }, kinds }: ConflictProps) {
  const kind = kinds.options.find(({ id }) => id === saved.kind)?.label;
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        This evidence was changed while you were writing
      </h2>
      <p>
        <bdi>{savedBy ?? 'A colleague'}</bdi> saved it
        {savedAt === null ? '' : ` on ${dayAndTime(savedAt)}`}. Yours is in the form below and is
        not saved yet; saving it replaces what is saved now.
      </p>
      <dl>
        <dt>Title saved now</dt>
        <dd className="app-narrative">{saved.title}</dd>
        <dt>What it shows, saved now</dt>
        <dd className="app-narrative">{saved.description}</dd>
        <dt>Link saved now</dt>
        <dd className="app-narrative">{saved.link}</dd>
        {kinds.options.length === 0 ? null : (
          <>
            <dt>Kind of evidence saved now</dt>
            <dd>{kind ?? 'None of these'}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
