// Beside the tasks: ways to begin faster, a newer version of the charter, and answers kept from an older one.
import { addressOf } from '#app/addresses.ts';
import type { taskListPage } from '#app/queries/assessment/task-list-page.ts';

type Page = Pick<
  ReturnType<typeof taskListPage>,
  'id' | 'mayAnswer' | 'mayMove' | 'mayName' | 'kept'
>;

type Props = {
  readonly page: Page;
  /** Newer published versions of the charter. */
  readonly newer: readonly { readonly name: string; readonly version: string }[];
};

export function TaskListExtras({ page, newer }: Props) {
  const { id, mayAnswer, mayMove, mayName, kept } = page;
  return (
    <>
      {mayMove && newer.length > 0 ? (
        <div className="nhsuk-inset-text">
          <p>
            There is a newer version of the charter.{' '}
            <a href={addressOf('/assessments/:id/move', { id })}>
              See what moving to it would change
            </a>
          </p>
        </div>
      ) : null}
      {mayAnswer ? (
        <p>
          <a href={addressOf('/assessments/:id/copy', { id })}>
            Copy answers from another assessment
          </a>
        </p>
      ) : null}
      {mayName ? (
        <p>
          <a href={addressOf('/assessments/:id/name', { id })}>Name this draft</a>
          <br />
          <a href={addressOf('/assessments/:id/discard', { id })}>Discard this draft</a>
        </p>
      ) : null}
      {kept.length === 0 ? null : (
        <section aria-labelledby="kept">
          <h2 className="nhsuk-heading-m" id="kept">
            Kept from an earlier version of the charter
          </h2>
          <p>These answers do not count any more. They stay readable here.</p>
          {kept.map(({ criterion, text }) => (
            <details className="nhsuk-details" key={criterion}>
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">{criterion}</span>
              </summary>
              <div className="nhsuk-details__text app-narrative">{text}</div>
            </details>
          ))}
        </section>
      )}
    </>
  );
}
