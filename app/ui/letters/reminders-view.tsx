// Reminders by email, on or off: a page of its own for who comes from a letter, and a part of one's dates.
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';

type Reminders = 'on' | 'off';

type Props = {
  readonly page: { readonly reminders: Reminders };
  /** What was chosen just now. */
  readonly switched: Reminders | null;
};

export function RemindersView({ page, switched }: Props) {
  return (
    <>
      <PageTitle title="Reminders by email" />
      <BackLink to="/">Start page</BackLink>
      <Column>
        <Done what={switched === null ? null : `reminders-${switched}`} />
        <h1 className="nhsuk-heading-l">Reminders by email</h1>
        <RemindersForm reminders={page.reminders} />
      </Column>
    </>
  );
}

/** What is so now, and the button to the other. */
export function RemindersForm({ reminders }: { readonly reminders: Reminders }) {
  return (
    <form method="post">
      <p>
        {reminders === 'on'
          ? 'We write to you before something closes or is due: a round, a report on a plan, an award; and on Mondays, where something waits for you. You can switch these letters off. Other letters, such as a receipt, still come.'
          : 'You get no reminders. Nobody is told so, and your dates stay as they are.'}
      </p>
      <button
        className="nhsuk-button nhsuk-button--secondary"
        name="reminders"
        value={reminders === 'on' ? 'off' : 'on'}
      >
        {reminders === 'on' ? 'Switch reminders off' : 'Switch reminders on'}
      </button>
    </form>
  );
}
