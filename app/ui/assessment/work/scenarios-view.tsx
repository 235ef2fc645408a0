// Kept ways to a level beside each other, and the form that keeps another.
import { addressOf } from '#app/addresses.ts';
import type { ScenariosPage } from '#app/queries/assessment/scenarios-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { SCENARIOS } from '#words/assessment/scenario-words.ts';
import { LABEL } from '#words/kit/labels.ts';

type Props = {
  readonly page: ScenariosPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function ScenariosView({ page, refused }: Props) {
  const { id, scenarios } = page;
  return (
    <AssessmentFrame id={id} here={null}>
      <PageTitle title={SCENARIOS.of(page.department)} problems={refused !== null} />
      <BackLink to={addressOf('/assessments/:id/where-we-stand', { id })}>
        {LABEL.whereWeStand}
      </BackLink>
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <Done what={refused === null ? page.done : null} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        {SCENARIOS.title}
      </h1>
      <p>
        {SCENARIOS.explained} {SCENARIOS.effortMeans}
      </p>
      {scenarios.length === 0 ? <p>{SCENARIOS.none}</p> : <Compared page={page} />}
      <Keep page={page} refused={refused} />
    </AssessmentFrame>
  );
}

function Compared({ page: { id, mayPlan, scenarios } }: Pick<Props, 'page'>) {
  const numeric = (title: string) => ({ title, numeric: true }) as const;
  return (
    <ScrollTable
      caption={SCENARIOS.caption}
      columns={[
        SCENARIOS.scenario,
        numeric(SCENARIOS.steps),
        numeric(SCENARIOS.effort),
        numeric(SCENARIOS.months),
        SCENARIOS.reached,
        SCENARIOS.whatNow,
      ]}
    >
      {scenarios.map((scenario) => (
        <TableRow key={scenario.id}>
          <th className="nhsuk-table__header" scope="row">
            <bdi>{scenario.name}</bdi>
            <div className="nhsuk-hint nhsuk-u-margin-bottom-0">{scenario.text}</div>
          </th>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">
            {scenario.steps ?? SCENARIOS.unknown}
          </td>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">
            {scenario.effort ?? SCENARIOS.unknown}
          </td>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">
            {scenario.months ?? SCENARIOS.unknown}
          </td>
          <td className="nhsuk-table__cell">
            {SCENARIOS.status[scenario.status] || scenario.after}
          </td>
          <td className="nhsuk-table__cell">
            <a
              href={`${addressOf('/assessments/:id/where-we-stand', { id })}?${queryOf(scenario)}#way`}
            >
              {SCENARIOS.show}
              <span className="nhsuk-u-visually-hidden">: {scenario.name}</span>
            </a>
            {mayPlan ? <Change scenario={scenario} /> : null}
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

type Scenario = ScenariosPage['scenarios'][number];

function Change({ scenario }: { readonly scenario: Scenario }) {
  return (
    <form method="post">
      <HiddenFields fields={[['scenario', scenario.id], ...fieldsOf(scenario)]} />
      {scenario.status === 'reachable' && !scenario.isPlanned ? (
        <button className="app-link-button" name="intent" value="plan">
          {SCENARIOS.planAll}
          <span className="nhsuk-u-visually-hidden">: {scenario.name}</span>
        </button>
      ) : null}
      <button className="app-link-button" name="intent" value="drop">
        {SCENARIOS.drop}
        <span className="nhsuk-u-visually-hidden"> {scenario.name}</span>
      </button>
    </form>
  );
}

function Keep({ page, refused }: Props) {
  const { asked, mayPlan } = page;
  if (asked === null || !mayPlan) return null;
  return (
    <Column>
      <h2 className="nhsuk-heading-m">{SCENARIOS.keepTitle}</h2>
      <p>{asked.text}</p>
      <form method="post" autoComplete="off" noValidate>
        <HiddenFields fields={fieldsOf(asked)} />
        <TextField
          name="name"
          label={SCENARIOS.name}
          hint={SCENARIOS.nameHint}
          value={refused?.typed['name']}
          error={refused?.errors['name']}
          width="two-thirds"
        />
        <button className="nhsuk-button" name="intent" value="keep">
          {SCENARIOS.keep}
        </button>
      </form>
    </Column>
  );
}

type Way = Pick<Scenario, 'to' | 'pins' | 'within'> & { readonly least: string };

function fieldsOf({ to, pins, within, least }: Way): readonly (readonly [string, string])[] {
  return [
    ['to', to],
    ...pins.map((pin) => ['pin', pin] as const),
    ['within', within === null ? '' : String(within)],
    ['least', least],
  ];
}

function queryOf(way: Way): string {
  return new URLSearchParams(fieldsOf(way).map(([name, text]) => [name, text])).toString();
}
