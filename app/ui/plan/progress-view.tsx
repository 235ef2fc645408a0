// After the award: its years, and where the report of each stands.
import { AWARD_STATES, PROGRESS } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ProgressPage } from '#app/queries/plan/progress-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Year = ProgressPage['years'][number];

type Props = { readonly page: ProgressPage; readonly error: string | null };

export function ProgressView({ page, error }: Props) {
  const { id, department, award, years, renewal } = page;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`After the award: ${department}`} problems={error !== null} />
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: 'charter' }]} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{department}</span>
          After the award
        </h1>
        {award === null ? (
          <p>
            There is no award for this assessment. Once there is one, you report here each year what
            has become of the plan.
          </p>
        ) : (
          <>
            <p>
              {award.level}, number {award.number}, awarded on {dayText(award.awardedOn)}, valid
              until {dayText(award.lastDay)}: {AWARD_STATES[award.state]}.
            </p>
            <h2 className="nhsuk-heading-m">Progress on the plan</h2>
            <p>
              {award.state === 'withdrawn'
                ? 'The award is withdrawn, so no report is asked for any more. What there is of reports stays here.'
                : 'At the end of each year you say of every action of the plan where it stands. A report that is sent cannot be changed.'}
            </p>
            {years.length === 0 ? null : (
              <ul className="nhsuk-list">
                {years.map((year) => (
                  <YearItem key={year.year} id={id} year={year} award={award} />
                ))}
              </ul>
            )}
          </>
        )}
        {renewal === null ? null : <Renewal renewal={renewal} error={error} />}
      </Column>
    </AssessmentFrame>
  );
}

type RenewalProps = {
  readonly renewal: NonNullable<ProgressPage['renewal']>;
  readonly error: string | null;
};

function Renewal({ renewal, error }: RenewalProps) {
  return (
    <section aria-labelledby="renewal">
      <h2 className="nhsuk-heading-m" id="renewal">
        Renewal
      </h2>
      <p>
        A renewal is a new assessment for the same level. The plan of this one comes along, with
        what you last reported of each action.
      </p>
      {renewal.running === null ? (
        <StartRenewal renewal={renewal} error={error} />
      ) : (
        <p>
          <a href={addressOf('/assessments/:id', { id: renewal.running })}>Go to the renewal</a>
        </p>
      )}
    </section>
  );
}

function StartRenewal({ renewal, error }: RenewalProps) {
  if (renewal.kind === 'withdrawn') return <p>The award is withdrawn, so it is not renewed.</p>;
  if (renewal.kind === 'too-early') {
    return <p>It can be started from {dayText(renewal.from)}, a year before the award ends.</p>;
  }
  if (renewal.kind === 'over') {
    return (
      <p>
        The award ended on {dayText(renewal.endedOn)}, so it is not renewed any more. A new
        assessment can be started at any time.
      </p>
    );
  }
  if (!renewal.mayStart) return <p>The assessment lead starts it.</p>;
  if (renewal.versions.length === 0) {
    return <p>No version of the charter is offered at the moment. Ask the awarding body.</p>;
  }
  return (
    <form method="post" noValidate>
      <SelectField
        name="charter"
        label="Version of the charter"
        options={renewal.versions}
        value={renewal.versions.at(-1)?.value}
        error={error ?? undefined}
      />
      <button className="nhsuk-button">Start the renewal</button>
    </form>
  );
}

type ItemProps = {
  readonly id: string;
  readonly year: Year;
  readonly award: NonNullable<ProgressPage['award']>;
};

function YearItem({ id, year, award }: ItemProps) {
  const unsent = award.state === 'withdrawn' && year.sentAt === null;
  const name = PROGRESS.year(year.year);
  return (
    <li className="nhsuk-u-margin-bottom-3">
      {year.state === 'not-yet' ? (
        name
      ) : (
        <a href={addressOf('/assessments/:id/progress/:year', { id, year: String(year.year) })}>
          {name}
        </a>
      )}
      : {unsent ? 'begun, and not sent' : stateText(year)}
      {year.done === null ? null : (
        <>
          <br />
          {year.done} of {award.actions} actions are complete
        </>
      )}
    </li>
  );
}

/** Where the report of a year stands, in words. */
export function stateText(
  year: Pick<Year, 'state' | 'beginsOn' | 'opensOn' | 'dueOn' | 'sentAt'>,
): string {
  switch (year.state) {
    case 'not-yet':
      return PROGRESS.begins(dayText(year.beginsOn));
    case 'open':
      return PROGRESS.open(dayText(year.opensOn));
    case 'due':
      return PROGRESS.due(dayText(year.dueOn));
    case 'overdue':
      return PROGRESS.overdue(dayText(year.dueOn));
    case 'sent':
      return year.sentAt === null ? 'sent' : PROGRESS.sent(dayAndTime(year.sentAt));
    default:
      return year.state satisfies never;
  }
}
