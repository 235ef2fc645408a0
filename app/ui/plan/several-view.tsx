// Several actions of the plan changed together.
import { addressOf } from '#app/addresses.ts';
import { PRIORITIES, STATUSES } from '#app/domain/plan/action-fields.ts';
import type { SeveralPage } from '#app/queries/plan/several-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { RowTick, ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { LABEL } from '#words/kit/labels.ts';
import { actionWords } from '#words/plan/action-words.ts';
import { SEVERAL } from '#words/plan/several-words.ts';
import { priorityText, statusText } from '#words/plan/status-words.ts';

type Props = {
  readonly page: SeveralPage;
  readonly refused: (Refused & { readonly chosen: readonly string[] }) | null;
};

export function SeveralView({ page, refused }: Props) {
  const { id, actions } = page;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={SEVERAL.of(page.department)} problems={refused !== null} />
      <BackLink to={addressOf('/assessments/:id/actions', { id })}>Action plan</BackLink>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        {SEVERAL.title}
      </h1>
      <p>{SEVERAL.explained}</p>
      {page.isNarrowed ? (
        <p>
          {SEVERAL.found}{' '}
          <a href={addressOf('/assessments/:id/actions/several', { id })}>{SEVERAL.all}</a>
        </p>
      ) : null}
      {actions.length === 0 ? (
        <p>{SEVERAL.none}</p>
      ) : (
        <form method="post" autoComplete="off" noValidate>
          <Actions page={page} chosen={refused?.chosen ?? []} />
          <Column>
            <Fields typed={refused?.typed ?? {}} />
            <button className="nhsuk-button">{SEVERAL.save}</button>
          </Column>
        </form>
      )}
    </AssessmentFrame>
  );
}

type Ticked = Pick<Props, 'page'> & { readonly chosen: readonly string[] };

function Actions({ page: { id, actions }, chosen }: Ticked) {
  return (
    <ScrollTable
      caption={SEVERAL.caption}
      columns={[
        LABEL.action,
        LABEL.owner,
        LABEL.dates,
        LABEL.priority,
        LABEL.status,
        SEVERAL.choose,
      ]}
    >
      {actions.map((action) => (
        <TableRow key={action.id}>
          <th className="nhsuk-table__header" scope="row">
            {action.number}.{' '}
            <a href={addressOf('/assessments/:id/actions/:action', { id, action: action.id })}>
              {action.objective}
            </a>
          </th>
          <td className="nhsuk-table__cell">
            <bdi>{action.owner}</bdi>
          </td>
          <td className="nhsuk-table__cell">{action.dates}</td>
          <td className="nhsuk-table__cell">{action.priority}</td>
          <td className="nhsuk-table__cell">
            {action.status}
            {action.isOverdue ? `, ${SEVERAL.overdue}` : ''}
          </td>
          <td className="nhsuk-table__cell">
            <RowTick
              id={`action-${action.number}`}
              name="action"
              value={action.id}
              label={SEVERAL.chooseOne(action.number)}
              isTicked={chosen.includes(action.id)}
            />
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function Fields({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  const words = (name: 'keyPriority' | 'owner') => ({
    name,
    label: actionWords[name].name,
    hint: SEVERAL.leaveEmpty,
    value: typed[name],
  });
  const asItIs = { value: '', label: SEVERAL.asItIs };
  return (
    <>
      <SelectField
        name="status"
        label={actionWords.status.name}
        options={[asItIs, ...STATUSES.map((value) => ({ value, label: statusText[value] }))]}
        value={typed['status']}
      />
      <SelectField
        name="priority"
        label={actionWords.priority.name}
        options={[asItIs, ...PRIORITIES.map((value) => ({ value, label: priorityText[value] }))]}
        value={typed['priority']}
      />
      <TextField {...words('owner')} width="two-thirds" />
      <DateField name="startOn" label={actionWords.startOn.name} typed={typed} error={undefined} />
      <DateField name="dueOn" label={actionWords.dueOn.name} typed={typed} error={undefined} />
      <TextField {...words('keyPriority')} width="two-thirds" />
    </>
  );
}
