// What an administrator enters when an organisation is renamed, becomes part of another or gets its code.
import { addressOf } from '#app/addresses.ts';
import type { OrganisationChanges } from '#app/queries/award/organisation-changes.ts';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = {
  readonly page: OrganisationChanges & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function OrganisationChangesView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`Changes: ${page.name}`} problems={refused !== null} />
      <BackLink to={addressOf('/admin/organisations/:organisation', { organisation: page.id })}>
        {page.name}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">New name, merger, ODS code: {page.name}</h1>
        <p>
          Awards keep the name that they were made under. The register shows what became of the
          organisation, and finds its awards by every name.
        </p>
        {page.formerly.length === 0 ? null : <p>Formerly: {page.formerly.join(', ')}.</p>}
        {page.predecessors.length === 0 ? null : (
          <p>Became part of it: {page.predecessors.join(', ')}.</p>
        )}
        <Rename refused={refused} />
        <Merge page={page} refused={refused} />
        <form method="post" noValidate>
          <h2 className="nhsuk-heading-m">ODS code</h2>
          <TextField
            name="odsCode"
            label="Code of the Organisation Data Service"
            hint="Such as RX1; leave it empty where there is none"
            width="10"
            value={refused?.typed['odsCode'] ?? page.odsCode ?? ''}
            error={refused?.errors['odsCode']}
          />
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="ods">
            Save the code
          </button>
        </form>
      </Column>
    </>
  );
}

function Rename({ refused }: Pick<Props, 'refused'>) {
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">New name</h2>
      <TextField
        name="name"
        label="New name of the organisation"
        value={refused?.typed['name']}
        error={refused?.errors['name']}
      />
      <DateField
        name="renamedOn"
        label="Since when"
        typed={refused?.typed ?? {}}
        error={refused?.errors['renamedOn']}
      />
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="rename">
        Rename the organisation
      </button>
    </form>
  );
}

function Merge({ page, refused }: Props) {
  if (page.nowPartOf !== null) {
    return <p>It is part of {page.nowPartOf.name} now.</p>;
  }
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">Part of another organisation</h2>
      <SelectField
        name="into"
        label="It is part of"
        options={[{ value: '', label: 'Choose' }, ...page.others]}
        value={refused?.typed['into'] ?? ''}
        error={refused?.errors['into']}
      />
      <DateField
        name="mergedOn"
        label="Since when"
        typed={refused?.typed ?? {}}
        error={refused?.errors['mergedOn']}
      />
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="merge">
        Save the merger
      </button>
    </form>
  );
}
