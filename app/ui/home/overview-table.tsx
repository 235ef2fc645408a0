// One row for each assessment of an organisation, and what the bars of its sections stand for.
import { addressOf } from '#app/addresses.ts';
import type { OverviewPage } from '#app/queries/home/overview-page.ts';
import { LevelSign } from '#app/ui/kit/level-sign.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { beforeText, changeText, OVERVIEW, OVERVIEW_STATE } from '#words/home/overview-words.ts';
import { dayText } from '#words/kit/time.ts';
import { scoreText } from '#words/kit/wording.ts';
import { SectionBars } from './section-bars.tsx';

type Rows = OverviewPage['rows'];
type Row = Rows[number];

const COLUMNS = [
  OVERVIEW.department,
  OVERVIEW.state,
  OVERVIEW.levelAndScore,
  OVERVIEW.answered,
  OVERVIEW.sections,
  OVERVIEW.plan,
  OVERVIEW.before,
] as const;

export function OverviewTable({ rows }: { readonly rows: Rows }) {
  return (
    <>
      <ScrollTable caption={OVERVIEW.title} columns={COLUMNS}>
        {rows.map((row) => (
          <TableRow key={`${row.department} ${row.id ?? ''}`}>
            <th className="nhsuk-table__header" scope="row">
              <Name row={row} />
            </th>
            <td className="nhsuk-table__cell">
              <State row={row} />
            </td>
            <td className="nhsuk-table__cell">{row.id === null ? null : <Level row={row} />}</td>
            <td className="nhsuk-table__cell">
              {row.coverage === null ? null : (
                <>
                  {scoreText(row.coverage)}
                  <br />
                  {OVERVIEW.readyOf(row.ready, row.all)}
                </>
              )}
            </td>
            <td className="nhsuk-table__cell">
              <SectionBars sections={row.sections} />
            </td>
            <td className="nhsuk-table__cell">{row.id === null ? null : <Plan row={row} />}</td>
            <td className="nhsuk-table__cell">
              <Before row={row} />
            </td>
          </TableRow>
        ))}
      </ScrollTable>
      <SectionKeys rows={rows} />
    </>
  );
}

type Props = { readonly row: Row };

function Name({ row: { id, label, charter } }: Props) {
  if (id === null) return <>{label}</>;
  return (
    <>
      <a href={addressOf('/assessments/:id', { id })}>{label}</a>
      <br />
      <span className="nhsuk-body-s">{charter}</span>
    </>
  );
}

function State({ row: { state, decided, dueOn } }: Props) {
  const isDecided = state === 'decided' || state === 'awarded';
  return (
    <>
      {isDecided ? `${OVERVIEW_STATE[state]}: ${decided ?? ''}` : OVERVIEW_STATE[state]}
      {dueOn === null ? null : (
        <>
          <br />
          {OVERVIEW.dueOn} {dayText(dueOn)}
        </>
      )}
    </>
  );
}

function Level({ row: { levelText, steps, overall } }: Props) {
  return (
    <>
      {levelText} {steps === null ? null : <LevelSign steps={steps} />}
      <br />
      {scoreText(overall)}
    </>
  );
}

function Plan({ row: { plan } }: Props) {
  return (
    <>
      {OVERVIEW.planText(plan.done, plan.all)}
      {plan.overdue === 0 ? null : (
        <>
          <br />
          <strong>{OVERVIEW.overdueText(plan.overdue)}</strong>
        </>
      )}
    </>
  );
}

function Before({ row: { before } }: Props) {
  if (before === null) return null;
  const { what, submittedOn, overall, tenths } = before;
  const score = overall === null ? '' : scoreText(overall);
  return (
    <>
      {beforeText({ what, score, submittedOn })}
      {tenths === null ? null : (
        <>
          <br />
          {changeText(tenths)}
        </>
      )}
    </>
  );
}

/** The names of the bars, for each charter that an assessment is on. */
function SectionKeys({ rows }: { readonly rows: Rows }) {
  const charters = new Map(
    rows.filter(({ id }) => id !== null).map((row) => [row.charterName, row]),
  );
  return [...charters].map(([name, { charter, sections }]) => (
    <details className="nhsuk-details" key={name}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{OVERVIEW.sectionKey(charter)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <ol className="nhsuk-list nhsuk-list--number">
          {sections.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </div>
    </details>
  ));
}
