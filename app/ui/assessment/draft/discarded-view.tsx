// Drafts that were thrown away: each can be brought back for a time, and is told of afterwards.
import type { DiscardedPage } from '#app/queries/assessment/discarded-page.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayText } from '#words/kit/time.ts';

type Props = {
  readonly page: { readonly drafts: DiscardedPage; readonly done: string | null };
  readonly error: string | null;
};

export function DiscardedView({ page, error }: Props) {
  return (
    <>
      <PageTitle title="Discarded drafts" problems={error !== null} />
      <BackLink to="/">Your assessments</BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <Done what={error === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Discarded drafts</h1>
        {page.drafts.length === 0 ? (
          <p>No draft of a department that you lead is discarded.</p>
        ) : null}
        {page.drafts.map((draft) => (
          <Draft key={draft.id} draft={draft} />
        ))}
      </Column>
    </>
  );
}

function Draft({ draft }: { readonly draft: DiscardedPage[number] }) {
  const { id, label, organisation, startedOn, discardedOn, by, lastDay, restorable } = draft;
  return (
    <section className="app-evidence" aria-labelledby={`draft-${id}`}>
      <h2 className="nhsuk-heading-m" id={`draft-${id}`}>
        {label}
      </h2>
      <p>
        {organisation}. Started on {dayText(startedOn)}, discarded on {dayText(discardedOn)}
        {by === null ? '' : ` by ${by}`}.
      </p>
      {restorable ? (
        <form method="post">
          <input type="hidden" name="assessment" value={id} />
          <p>
            It can be restored until <strong>{dayText(lastDay)}</strong>.
          </p>
          <button className="nhsuk-button nhsuk-button--secondary">
            Restore<span className="nhsuk-u-visually-hidden"> {label}</span>
          </button>
        </form>
      ) : (
        <p>
          It could be restored until {dayText(lastDay)}. It cannot be restored here any more.
          Nothing of it is deleted: ask the person who runs the service.
        </p>
      )}
    </section>
  );
}
