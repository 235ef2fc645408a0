// The counts behind a workforce indicator, entered as four whole numbers with their source.
import { addressOf } from '#app/addresses.ts';
import type { IndicatorPage } from '#app/queries/workforce/indicator-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Counts = {
  readonly firstNumerator: number;
  readonly firstDenominator: number;
  readonly secondNumerator: number;
  readonly secondDenominator: number;
  readonly source: string;
};

type Answered = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly conflict: {
    readonly savedBy: string | null;
    readonly savedAt: string | null;
    readonly version: number;
    readonly saved: Counts | null;
  } | null;
};

type Props = {
  readonly page: IndicatorPage & {
    readonly done: string | null;
  };
  readonly answered: Answered | null;
};

export function IndicatorView({ page, answered }: Props) {
  const { indicator } = page;
  const errors = answered?.errors ?? {};
  return (
    <AssessmentFrame id={page.id} here={null}>
      <PageTitle title={indicator.title} problems={answered !== null} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <Done what={answered === null ? page.done : null} />
        {answered?.conflict ? <Conflict conflict={answered.conflict} /> : null}
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">Workforce counts</span>
          {indicator.title}
        </h1>
        <p>{indicator.guidance}</p>
        <p>Period: {indicator.period}.</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {page.rules.map(({ criterion, text }) => (
            <li key={criterion}>
              <a
                href={addressOf('/assessments/:id/criteria/:criterion', { id: page.id, criterion })}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
        <div className="nhsuk-inset-text">
          <p>{page.result}</p>
        </div>
        {page.entered === null ? (
          <p>The counts themselves are seen only by the people who enter them.</p>
        ) : (
          <Counts page={page} answered={answered} entered={page.entered} />
        )}
      </Column>
    </AssessmentFrame>
  );
}

type Entered = NonNullable<IndicatorPage['entered']>;

function Counts(props: Props & { readonly entered: Entered }) {
  const { page, entered } = props;
  if (page.mayEnterCounts) return <CountsForm {...props} />;
  return (
    <>
      {page.groups.map(({ prefix, legend, numerator, denominator }) => (
        <p key={prefix}>
          <strong>{legend}</strong>
          <br />
          {denominator}: {entered[`${prefix}Denominator`] || 'not entered'}
          <br />
          {numerator}: {entered[`${prefix}Numerator`] || 'not entered'}
        </p>
      ))}
      <p className="app-narrative">{entered.source}</p>
    </>
  );
}

function CountsForm({ page, answered, entered }: Props & { readonly entered: Entered }) {
  const typed: Readonly<Record<string, string>> = answered?.typed ?? entered;
  const errors = answered?.errors ?? {};
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <form method="post" autoComplete="off" noValidate>
      <input type="hidden" name="version" value={answered?.conflict?.version ?? page.version} />
      <p>
        A group with fewer than {page.indicator.least} people gives no figure. Counts are used for
        the score, and are never shown in a document.
      </p>
      {page.groups.map(({ prefix, legend, numerator, denominator }) => (
        <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-4" key={prefix}>
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{legend}</legend>
          <TextField
            {...field(`${prefix}Denominator`)}
            label={denominator}
            width="10"
            inputMode="numeric"
          />
          <TextField
            {...field(`${prefix}Numerator`)}
            label={`Of these: ${lowered(numerator)}`}
            width="10"
            inputMode="numeric"
          />
        </fieldset>
      ))}
      <TextArea
        {...field('source')}
        rows={2}
        label="Where the numbers come from"
        hint="The system or report, and the date. To clear the counts, empty all four numbers and save"
      />
      <button className="nhsuk-button">Save</button>
    </form>
  );
}

/** Lower case at the start of a phrase, unless it starts with an abbreviation. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function Conflict({ conflict }: { readonly conflict: NonNullable<Answered['conflict']> }) {
  const { saved, savedBy, savedAt } = conflict;
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        These counts were changed while you were typing
      </h2>
      <p>
        <bdi>{savedBy ?? 'A colleague'}</bdi> {saved === null ? 'cleared them' : 'saved them'}
        {savedAt === null ? '' : ` on ${dayAndTime(savedAt)}`}. Yours are in the form below and are
        not saved yet; saving them replaces what is saved now.
      </p>
      {saved === null ? null : (
        <p>
          Saved now: {saved.firstNumerator} of {saved.firstDenominator}, and {saved.secondNumerator}{' '}
          of {saved.secondDenominator}. {saved.source}
        </p>
      )}
    </div>
  );
}
