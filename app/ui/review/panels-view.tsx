// Every panel, and a form for a new one.
import { addressOf } from '#app/addresses.ts';
import type { PanelsPage } from '#app/queries/review/panels-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = { readonly page: PanelsPage; readonly refused: Refused | null };

export function PanelsView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title="Panels" problems={refused !== null} />
      <AdminLinks here={addressOf('/admin/panels')} />
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">Panels</h1>
        <p>
          A panel has a chair, reviewers and observers, and reads one or several submissions. You
          see how far its members are, never how they rate.
        </p>
        {page.panels.length === 0 ? <p>There is no panel yet.</p> : null}
        <ul className="nhsuk-list">
          {page.panels.map(({ id, name, members, reviews }) => (
            <li key={id} className="nhsuk-u-margin-bottom-3">
              <a href={addressOf('/admin/panels/:panel', { panel: id })}>{name}</a>
              <br />
              {members} {members === 1 ? 'member' : 'members'}, {reviews} open{' '}
              {reviews === 1 ? 'review' : 'reviews'}
            </li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-m">A new panel</h2>
        <form method="post" noValidate>
          <TextField
            name="name"
            label="Name"
            hint="For example: Spring 2027, panel A"
            width="two-thirds"
            value={refused?.typed['name']}
            error={refused?.errors['name']}
          />
          <button className="nhsuk-button">Create the panel</button>
        </form>
      </Column>
    </>
  );
}
