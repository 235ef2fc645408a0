// A spreadsheet brought back: first what it would change, then, on a button, the change itself.
import { PLAN_IMPORT } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { PlanImportPage } from '#app/queries/plan/plan-import.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { FileField } from '#app/ui/kit/file-field.tsx';
import { rowProblemText } from '#words/plan/row-problem.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';

type Props = {
  readonly id: string;
  readonly preview: PlanImportPage | null;
  readonly error: string | null;
};

export function PlanImportView({ id, preview, error }: Props) {
  const problems = error === null ? [] : [{ text: error, field: preview === null ? 'file' : null }];
  const title = preview === null ? PLAN_IMPORT.bringBack : PLAN_IMPORT.whatChanges;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={title} problems={error !== null} />
      <BackLink to={addressOf('/assessments/:id/actions', { id })}>Action plan</BackLink>
      <ErrorSummary problems={problems} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {preview === null ? (
        <Upload id={id} error={error ?? undefined} />
      ) : (
        <Preview page={preview} />
      )}
    </AssessmentFrame>
  );
}

function Upload({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <Column>
      <p>
        Download the plan as a{' '}
        <a href={addressOf('/assessments/:id/actions/plan.xlsx', { id })}>spreadsheet</a>, change
        it, save it as .xlsx and choose it here. You see every change before anything is saved. The
        file itself is not kept.
      </p>
      <form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          label="Spreadsheet"
          hint="An Excel file (.xlsx) that was downloaded from this plan"
          error={error}
        />
        <button className="nhsuk-button">Show what it changes</button>
      </form>
    </Column>
  );
}

function Preview({ page }: { readonly page: PlanImportPage }) {
  const { changes, unchanged, missing, problems, unread } = page;
  const allRead =
    problems.length === 0 &&
    (unread === null || unread.others.length + unread.missing.length === 0);
  return (
    <>
      <Problems page={page} />
      <NotRead unread={unread} />
      {changes.length === 0 ? (
        <p>
          <strong>
            {allRead ? 'Nothing changed.' : 'Nothing changed in the cells that were read.'}
          </strong>{' '}
          {allRead
            ? 'The plan is what the spreadsheet says.'
            : 'Apart from what is named above, the plan is what the spreadsheet says.'}
        </p>
      ) : (
        <Changes page={page} />
      )}
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {unchanged} {unchanged === 1 ? 'action is' : 'actions are'} as before.
        </li>
        {missing.map(({ number, objective }) => (
          <li key={number}>
            Action {number} is not in the spreadsheet and is left alone: {objective}
          </li>
        ))}
      </ul>
      <p>
        <a href="import">Choose another file</a>
      </p>
    </>
  );
}

function NotRead({ unread }: Pick<PlanImportPage, 'unread'>) {
  const { others, missing, comments } = unread ?? { others: [], missing: [], comments: false };
  if (others.length + missing.length === 0 && !comments) return null;
  return (
    <section className="nhsuk-warning-callout" aria-labelledby="not-read">
      <h2 className="nhsuk-warning-callout__label" id="not-read">
        Not everything in the spreadsheet was read
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {others.length === 0 ? null : (
          <li>
            {others.length === 1 ? 'This column is' : 'These columns are'} none of the plan’s, or
            there a second time, and {others.length === 1 ? 'is' : 'are'} left out:{' '}
            {others.join(', ')}. A column is found by its title in the first row.
          </li>
        )}
        {missing.length === 0 ? null : (
          <li>
            {missing.length === 1 ? 'This column is' : 'These columns are'} not in the sheet, so
            what is saved there is left alone: {missing.join(', ')}.
          </li>
        )}
        {comments ? (
          <li>Comments and notes on cells are left out. Write what matters into a cell.</li>
        ) : null}
      </ul>
    </section>
  );
}

function Problems({ page: { problems, moreProblems } }: { readonly page: PlanImportPage }) {
  if (problems.length === 0) return null;
  return (
    <section className="nhsuk-warning-callout" aria-labelledby="rows-left-out">
      <h2 className="nhsuk-warning-callout__label" id="rows-left-out">
        Rows with problems are left out
      </h2>
      <p>Correct them in the spreadsheet and choose it again.</p>
      <ScrollTable
        caption="Problems by cell"
        columns={['Cell', 'Sheet', 'Row', 'Column', 'What is wrong']}
      >
        {problems.map((problem) => {
          const text = rowProblemText(problem, problem.options);
          return (
            <TableRow key={`${problem.row} ${problem.cell} ${text}`}>
              <th className="nhsuk-table__header" scope="row">
                {problem.cell ?? `Row ${problem.row}`}
              </th>
              <td className="nhsuk-table__cell">{problem.sheet}</td>
              <td className="nhsuk-table__cell">{problem.row}</td>
              <td className="nhsuk-table__cell">{problem.column ?? 'Whole row'}</td>
              <td className="nhsuk-table__cell">{text}</td>
            </TableRow>
          );
        })}
      </ScrollTable>
      {moreProblems === 0 ? null : (
        <p>
          These are the first {problems.length}. {moreProblems} more{' '}
          {moreProblems === 1 ? 'is' : 'are'} not shown: put these right first.
        </p>
      )}
    </section>
  );
}

function Changes({ page: { changes, carried } }: { readonly page: PlanImportPage }) {
  return (
    <form method="post" noValidate>
      <HiddenFields fields={[['carried', JSON.stringify(carried)]]} />
      <p>Nothing is saved yet. Untick what you do not want.</p>
      {changes.map((change) => (
        <Change key={change.row} change={change} />
      ))}
      <button className="nhsuk-button">Apply these changes</button>
    </form>
  );
}

type ChangeProps = { readonly change: PlanImportPage['changes'][number] };

function Change({ change }: ChangeProps) {
  const { row, number, objective, outdated, fields } = change;
  const name = number === null ? PLAN_IMPORT.newAction : PLAN_IMPORT.action(number);
  return (
    <section className="app-evidence" aria-labelledby={`change-${row}`}>
      <h2 className="nhsuk-heading-s" id={`change-${row}`}>
        {name}: {objective}
      </h2>
      {outdated ? (
        <p>
          <strong className="nhsuk-tag nhsuk-tag--orange">Changed meanwhile</strong> Someone changed
          this action after the spreadsheet was made. Tick it only if yours is to replace that.
        </p>
      ) : null}
      <div className="nhsuk-checkboxes app-small-choices">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={`row-${row}`}
            name="row"
            value={row}
            defaultChecked={!outdated}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`row-${row}`}>
            {number === null ? 'Add this action' : 'Apply'} (row {row})
          </label>
        </div>
      </div>
      <FieldTable name={name} isNew={number === null} fields={fields} />
    </section>
  );
}

function FieldTable({
  name,
  isNew,
  fields,
}: {
  readonly name: string;
  readonly isNew: boolean;
  readonly fields: ChangeProps['change']['fields'];
}) {
  const titles = isNew
    ? [PLAN_IMPORT.field, PLAN_IMPORT.text]
    : [PLAN_IMPORT.field, PLAN_IMPORT.savedNow, PLAN_IMPORT.inTheSpreadsheet];
  const caption = isNew ? PLAN_IMPORT.fieldsOf(name) : PLAN_IMPORT.changesOf(name);
  return (
    <ScrollTable caption={caption} columns={titles}>
      {fields.map(({ field, label, before, after }) => (
        <TableRow key={field}>
          <th className="nhsuk-table__header" scope="row">
            {label}
          </th>
          {isNew ? null : (
            <td className="nhsuk-table__cell app-narrative">{before || 'Nothing'}</td>
          )}
          <td className="nhsuk-table__cell app-narrative">{after || 'Nothing'}</td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}
