// Throwing a draft away: it says what goes with it and until when it can be brought back, and asks.
import { addressOf } from '#app/addresses.ts';
import type { DiscardPage } from '#app/queries/assessment/discard-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayText } from '#words/kit/time.ts';

type Props = {
  readonly page: DiscardPage;
  readonly errors: Readonly<Record<string, string>>;
};

export function DiscardView({ page, errors }: Props) {
  return (
    <AssessmentFrame id={page.id} here="tasks">
      <PageTitle
        title={`Discard the draft of ${page.label}`}
        problems={Object.keys(errors).length > 0}
      />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.label}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.label}</span>
          Discard this draft
        </h1>
        {page.wasSubmitted ? (
          <p>It has been submitted before, so it stays on record and cannot be discarded.</p>
        ) : (
          <Ask page={page} errors={errors} />
        )}
      </Column>
    </AssessmentFrame>
  );
}

function Ask({ page, errors }: Props) {
  return (
    <form method="post" noValidate>
      <p>
        The draft was started on {dayText(page.startedOn)}. It holds{' '}
        {counted(page.answers, 'answer')}, {counted(page.evidence, 'item')} of evidence and{' '}
        {counted(page.actions, 'action')}.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>It goes out of every list, for everybody, and no reminder is sent for it.</li>
        <li>
          You can bring it back as it is now for {page.days} days, until{' '}
          <strong>{dayText(page.lastDay)}</strong>, under ‘Discarded drafts’.
        </li>
        <li>After that it cannot be brought back here.</li>
      </ul>
      <Choices
        name="sure"
        kind="checkbox"
        label="Do you want to discard it?"
        chosen={[]}
        error={errors['sure']}
        options={[{ value: 'yes', label: `Yes, discard the draft of ${page.label}` }]}
      />
      <button className="nhsuk-button nhsuk-button--warning">Discard the draft</button>
    </form>
  );
}

function counted(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`;
}
