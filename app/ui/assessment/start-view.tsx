// Starting an assessment: for which department, on which charter, for which level; and where the department
// has drafts already, whether another one is meant.
import { addressOf } from '#app/addresses.ts';
import type { StartChoices } from '#app/queries/assessment/start-choices.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayText } from '#words/kit/time.ts';

type Props = { readonly page: StartChoices; readonly refused: Refused | null };

export function StartView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title="Start an assessment" problems={refused !== null} />
      <BackLink to="/">Your assessments</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">Start an assessment</h1>
        {page.departments.length === 0 ? (
          <p>
            Only the assessment lead of a department can start one. You can read what they start.
          </p>
        ) : (
          <>
            <UnderWay underWay={page.underWay} />
            <Form page={page} refused={refused} />
          </>
        )}
      </Column>
    </>
  );
}

function UnderWay({ underWay }: Pick<StartChoices, 'underWay'>) {
  if (underWay.length === 0) return null;
  return (
    <section aria-labelledby="under-way">
      <h2 className="nhsuk-heading-m" id="under-way">
        Under way already
      </h2>
      <Drafts drafts={underWay} />
    </section>
  );
}

function Drafts({ drafts }: { readonly drafts: StartChoices['underWay'] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {drafts.map(({ id, label, charter, startedOn }) => (
        <li key={id}>
          <a href={addressOf('/assessments/:id', { id })}>{label}</a>
          <br />
          {charter}, started on {dayText(startedOn)}
        </li>
      ))}
    </ul>
  );
}

function Form({ page, refused }: Props) {
  const { departments, charters } = page;
  const errors = refused?.errors ?? {};
  const typed = refused?.typed ?? {};
  const only = departments.length === 1 ? departments[0]?.id : undefined;
  return (
    <form method="post" noValidate>
      <Choices
        name="department"
        kind="radio"
        label="Which department is it for?"
        error={errors['department']}
        chosen={[typed['department'] ?? only ?? '']}
        options={departments.map(({ id, name, organisation }) => ({
          value: id,
          label: name,
          hint: organisation,
        }))}
      />
      {charters.map(({ name, title, summary, levels }, index) => (
        <div key={name}>
          <Choices
            name="target"
            idPrefix={index === 0 ? 'target' : `target-${name}`}
            kind="radio"
            label={title}
            error={index === 0 ? errors['target'] : undefined}
            hint={
              <>
                {summary}{' '}
                <a href={addressOf('/charters/:charter', { charter: name })}>Read the charter</a>
              </>
            }
            chosen={[typed['target'] ?? '']}
            options={levels.map(({ id, label, means }) => ({
              value: `${name} ${id}`,
              label: `Aim for ${label}`,
              hint: means,
            }))}
          />
        </div>
      ))}
      <TextField
        name="name"
        label="Name (optional)"
        hint="To tell it from others of the same department, such as ‘Second attempt’"
        width="two-thirds"
        value={typed['name']}
        error={errors['name']}
      />
      <Beside page={page} refused={refused} />
      <p>
        An assessment stays on the version of the charter that you choose here. Aiming for a level
        does not limit what you can reach.
      </p>
      <button className="nhsuk-button">Start</button>
    </form>
  );
}

/** Asked where the department has drafts for the same charter: nobody starts a second one unawares. */
function Beside({ page: { underWay }, refused }: Props) {
  const error = refused?.errors['beside'];
  const asked = refused?.typed['beside'] === 'yes';
  if (error === undefined && !asked) return null;
  const [charterId] = (refused?.typed['target'] ?? '').split('@');
  const drafts = underWay.filter(
    (one) => one.department === refused?.typed['department'] && one.charterId === charterId,
  );
  return (
    <div className="nhsuk-inset-text">
      <p>There is already:</p>
      <Drafts drafts={drafts} />
      <p>
        A round takes one submission of a department for a charter. Give the new one a name of its
        own above.
      </p>
      <Choices
        name="beside"
        kind="checkbox"
        label="Do you want another one beside it?"
        chosen={asked ? ['yes'] : []}
        error={error}
        options={[{ value: 'yes', label: 'Yes, start another one for the same charter' }]}
      />
    </div>
  );
}
