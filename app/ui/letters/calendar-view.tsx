// A person's own calendar address: made here, shown once, taken away here.
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { RemindersForm } from './reminders-view.tsx';

type Props = {
  readonly page: {
    readonly has: boolean;
    readonly reminders: 'on' | 'off';
    readonly done: string | null;
  };
  /** The address that was made just now. */
  readonly link: string | null;
};

export function CalendarView({ page, link }: Props) {
  const has = page.has || link !== null;
  return (
    <>
      <PageTitle title="Your calendar" />
      <BackLink to="/">Your assessments</BackLink>
      <Column>
        <Done what={link === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Your calendar</h1>
        <p>
          A calendar program can show when the rounds of your assessments close, with a reminder 7
          days and 1 day before. If you lead an assessment, it also shows when actions are due.
          After an award it shows when reports on the plan are due and when the award ends.
        </p>
        {link === null ? null : (
          <div className="nhsuk-inset-text">
            <p>
              Copy this address and add it to your calendar as a subscription. Whoever has it can
              read these dates, and it is not shown again.
            </p>
            <p className="app-narrative">
              <code>{link}</code>
            </p>
          </div>
        )}
        {has ? <p>You have a calendar address. A new one replaces it.</p> : null}
        <form method="post">
          <button className="nhsuk-button" name="intent" value="make">
            {has ? 'Make a new address' : 'Make an address'}
          </button>
        </form>
        {has ? (
          <form method="post">
            <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="remove">
              Remove the address
            </button>
          </form>
        ) : null}
        <h2 className="nhsuk-heading-m">Reminders by email</h2>
        <RemindersForm reminders={page.reminders} />
      </Column>
    </>
  );
}
