// Every round, and a form to open one.
import { ROUND_STATES } from '#words/administration/administration-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { RoundsPage } from '#app/queries/administration/rounds-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { MomentField } from '#app/ui/kit/moment-field.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

export function RoundsView({ page, refused }: { page: RoundsPage; refused: Refused | null }) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageTitle title="Rounds" problems={refused !== null} />
      <AdminLinks here={addressOf('/admin/rounds')} />
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">Rounds</h1>
        <p>
          In a round, departments submit their assessments of one charter version. One that differs
          in wording alone, by the last number, is taken as well.
        </p>
        {page.rounds.length === 0 ? <p>There is no round yet.</p> : null}
        <ul className="nhsuk-list">
          {page.rounds.map((round) => (
            <li key={round.id} className="nhsuk-u-margin-bottom-3">
              <a href={addressOf('/admin/rounds/:round', { round: round.id })}>{round.name}</a>:{' '}
              {ROUND_STATES[round.state]}
              <br />
              {round.charter}, {dayAndTime(round.opensAt)} to {dayAndTime(round.closesAt)}
            </li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-m">Open a round</h2>
        <form method="post" noValidate>
          <TextField name="name" label="Name" value={typed['name']} error={errors['name']} />
          <SelectField
            name="charter"
            label="Charter"
            options={page.charters}
            value={typed['charter']}
          />
          <MomentField name="opens" label="Opens" typed={typed} error={errors['opens']} />
          <MomentField name="closes" label="Closes" typed={typed} error={errors['closes']} />
          <button className="nhsuk-button">Open the round</button>
        </form>
      </Column>
    </>
  );
}
