// A lead whom the awarding body wants to invite, for whoever has the letter about it.
import type { RoleChangePage } from '#app/queries/people/role-change-page.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { WaitingChanges } from './waiting-changes.tsx';

type Props = { readonly page: RoleChangePage; readonly error: string | null };

export function RoleChangeView({ page, error }: Props) {
  const { change, organisation, state } = page;
  return (
    <Column>
      <PageTitle title="A lead is to be invited" problems={error !== null} />
      <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{organisation}</span>A lead is to be invited
      </h1>
      {state === 'waiting' ? (
        <>
          <p>
            You read this because you answer for {organisation}, or are its contact on record. If
            you agree, you need not do anything.
          </p>
          <WaitingChanges changes={[change]} button="Object: do not invite them" />
        </>
      ) : (
        <p>
          {state === 'stopped'
            ? `It is stopped: ${change.email} is not invited.`
            : `The invitation to ${change.email} has gone out. A lead or sponsor of the organisation can withdraw it until it is accepted.`}
        </p>
      )}
    </Column>
  );
}
