// Before the date for ratings changes: from when to when, and who is told; earlier than promised, again.
import { addressOf } from '#app/addresses.ts';
import type { PanelReviewPage } from '#app/queries/review/panel-review-page.ts';
import { ConfirmView, EarlierThanPromised } from '#app/ui/kit/confirm-view.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Asked = {
  readonly confirm: {
    readonly confirm: string;
    readonly isSecond: boolean;
    readonly ratingsDueAt: string;
  };
  readonly typed: Readonly<Record<string, string>>;
};
type Props = { readonly page: PanelReviewPage; readonly asked: Asked };

export function RatingsDateConfirmView({ page, asked: { confirm, typed } }: Props) {
  const { isSecond, ratingsDueAt } = confirm;
  const before = page.ratingsDueAt;
  const isEarlier = before !== null && ratingsDueAt < before;
  return (
    <ConfirmView
      title={isSecond ? 'Take time away from reviewers?' : 'Confirm the date for ratings'}
      back={{
        to: addressOf('/admin/panels/:panel/reviews/:review', {
          panel: page.panel.id,
          review: page.id,
        }),
        text: page.department,
      }}
      button={isSecond ? 'Yes, take the time away' : 'Confirm the date'}
      typed={typed}
      confirm={confirm.confirm}
    >
      <p>
        Ratings are due by <strong>{dayAndTime(ratingsDueAt)}</strong>
        {before === null ? '' : ` instead of ${dayAndTime(before)}`}, London time.
      </p>
      {isEarlier ? <EarlierThanPromised who="Members" isSecond={isSecond} /> : null}
      <p className="app-narrative">The reason: {typed['why'] ?? ''}</p>
      <h2 className="nhsuk-heading-m">Who is affected</h2>
      {page.affected.length === 0 ? (
        <p>Nobody takes part yet, so nobody is told.</p>
      ) : (
        <>
          <p>They get a letter with the date and the reason.</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {page.affected.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmView>
  );
}
