// Criteria given out many at once: who writes them, and by when.
import { addressOf } from '#app/addresses.ts';
import type { WorkPage } from '#app/queries/assessment/work-page.ts';
import { StateTag } from '#app/ui/assessment/work/state-tag.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { RowTick, ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { ReviewTag } from './review-tag.tsx';
import { REVIEWING, WORK_PLAN } from '#words/assessment/work-plan-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { dayText } from '#words/kit/time.ts';

type Props = {
  readonly page: WorkPage & { readonly done: string | null };
  readonly refused: (Refused & { readonly ticked: readonly string[] }) | null;
};

export function WorkView({ page, refused }: Props) {
  const { id } = page;
  return (
    <AssessmentFrame id={id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title={WORK_PLAN.of(page.department)} problems={refused !== null} />
      <BackLink to={addressOf('/assessments/:id', { id })}>Task list of {page.department}</BackLink>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <Done what={refused === null ? page.done : null} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        {WORK_PLAN.title}
      </h1>
      <p>{REVIEWING.explained}</p>
      {page.mayPlan ? (
        <form method="post" autoComplete="off" noValidate>
          <Criteria page={page} refused={refused} />
          <Column>
            <Fields page={page} refused={refused} />
            <button className="nhsuk-button">{WORK_PLAN.save}</button>
          </Column>
        </form>
      ) : (
        <Criteria page={page} refused={null} />
      )}
    </AssessmentFrame>
  );
}

function Criteria({ page: { id, mayPlan, criteria }, refused }: Props) {
  const columns = [LABEL.criterion, WORK_PLAN.who, WORK_PLAN.due, WORK_PLAN.state];
  return (
    <ScrollTable
      caption={WORK_PLAN.caption}
      columns={mayPlan ? [...columns, WORK_PLAN.choose] : columns}
    >
      {criteria.map((criterion) => (
        <TableRow key={criterion.id}>
          <th className="nhsuk-table__header" scope="row">
            <a
              href={addressOf('/assessments/:id/criteria/:criterion', {
                id,
                criterion: criterion.id,
              })}
            >
              {criterion.id} {criterion.title}
            </a>
          </th>
          <td className="nhsuk-table__cell">
            <bdi>{criterion.names.join(', ') || WORK_PLAN.nobody}</bdi>
          </td>
          <td className="nhsuk-table__cell">
            {criterion.dueOn === null ? WORK_PLAN.noDay : dayText(criterion.dueOn)}
            {criterion.isLate ? `, ${WORK_PLAN.late}` : ''}
          </td>
          <td className="nhsuk-table__cell">
            <StateTag state={criterion.state} /> <ReviewTag review={criterion.review} />
          </td>
          {mayPlan ? (
            <td className="nhsuk-table__cell">
              <RowTick
                id={`criterion-${criterion.id}`}
                name="criterion"
                value={criterion.id}
                label={WORK_PLAN.chooseOne(criterion.id)}
                isTicked={refused?.ticked.includes(criterion.id) ?? false}
              />
            </td>
          ) : null}
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function Fields({ page, refused }: Props) {
  const typed = refused?.typed ?? {};
  const errors = refused?.errors ?? {};
  return (
    <>
      <SelectField
        name="which"
        label={WORK_PLAN.which}
        options={[
          { value: 'ticked', label: WORK_PLAN.ticked },
          { value: 'unassigned', label: WORK_PLAN.unassigned },
          ...page.sections.map(({ id: value, title }) => ({ value, label: title })),
        ]}
        value={typed['which']}
        error={errors['which']}
      />
      <SelectField
        name="person"
        label={WORK_PLAN.person}
        options={[
          { value: '', label: WORK_PLAN.asItIs },
          ...page.writers.map(({ id: value, name }) => ({ value, label: name })),
        ]}
        value={typed['person']}
        error={errors['person']}
      />
      <DateField name="due" label={WORK_PLAN.dueOn} typed={typed} error={errors['due']} />
      <Choices
        name="noDay"
        kind="checkbox"
        size="s"
        label={WORK_PLAN.noDayTitle}
        options={[{ value: 'yes', label: WORK_PLAN.noDueDay }]}
        chosen={typed['noDay'] === undefined ? [] : ['yes']}
      />
    </>
  );
}
