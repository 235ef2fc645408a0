// Erasing by name or fingerprint: what an administrator does where the lead cannot. Nothing of a file is
// shown but what was asked for, and where it lies.
import { addressOf } from '#app/addresses.ts';
import type { ErasePage } from '#app/queries/evidence/erase-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { type Answered, EraseFields } from './erase-view.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextField } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: ErasePage & { readonly done: string | null };
  readonly answered: Answered;
};

export function AdminEraseView({ page, answered }: Props) {
  const open = page.files.filter(({ erased }) => erased === null);
  return (
    <>
      <PageTitle title="Erase a file" problems={answered !== null} />
      <AdminLinks here={addressOf('/admin/erase')} />
      <Done what={answered === null ? page.done : null} />
      <ErrorSummary problems={problemsOf(answered?.errors ?? {})} />
      <h1 className="nhsuk-heading-l">Erase a file for good</h1>
      <Column>
        <p>
          For a file that nobody should have, such as a list of staff. Assessment leads erase files
          of their own evidence; here it is done by the name or the fingerprint that they give you,
          or that the trail has. You do not see the file.
        </p>
        <form method="get">
          <TextField
            name="find"
            label="Name or fingerprint of the file"
            hint="The whole name, such as board-minute.pdf, or the SHA-256 in 64 letters and digits"
            value={page.wanted}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Find it</button>
        </form>
        {page.wanted === '' ? null : <Found page={page} />}
        {open.map((file) => (
          <section key={`${file.id}`} aria-labelledby={`file-${file.id}`}>
            <h2 className="nhsuk-heading-m" id={`file-${file.id}`}>
              <bdi>{file.name}</bdi> of <bdi>{file.organisation}</bdi>
            </h2>
            <p>
              {file.size}, attached {dayAndTime(file.createdAt)}
              <br />
              <code className="app-narrative">{file.sha256}</code>
            </p>
            <form method="post" noValidate>
              <HiddenFields
                fields={[
                  ['sha256', file.sha256],
                  ['organisation', file.organisationId],
                ]}
              />
              <EraseFields
                answered={answered?.typed['organisation'] === file.organisationId ? answered : null}
              />
              <button className="nhsuk-button nhsuk-button--warning">
                Erase it in this organisation
              </button>
            </form>
          </section>
        ))}
        {page.sha256 !== null && page.files.length === 0 && page.onTheList === '' ? (
          <form method="post" noValidate>
            <p>
              No file here has this fingerprint. A backup may still have one: put it on the list of
              erased files, and no restore brings it back.
            </p>
            <HiddenFields
              fields={[
                ['sha256', page.sha256],
                ['organisation', ''],
              ]}
            />
            <EraseFields answered={answered} />
            <button className="nhsuk-button nhsuk-button--warning">Put it on the list</button>
          </form>
        ) : null}
      </Column>
    </>
  );
}

function Found({ page }: { readonly page: ErasePage }) {
  const erased = page.files.filter((file) => file.erased !== null);
  if (page.onTheList !== '') {
    return <p>On the list of erased files, so that no restore brings it back. {page.onTheList}.</p>;
  }
  if (page.files.length === 0) {
    return page.sha256 !== null ? null : <p>No file here has exactly this name.</p>;
  }
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {erased.map((file) => (
        <li key={file.id}>
          <bdi>{file.name}</bdi> of <bdi>{file.organisation}</bdi>: {file.erased}.
        </li>
      ))}
    </ul>
  );
}
