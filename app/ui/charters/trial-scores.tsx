// How decided submissions would stand under a charter on trial: counts that tell of nobody.
import type { TrialCounts } from '#app/queries/charters/trial-page.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { TRIAL_SCORES } from '#words/charters/trial-words.ts';

export function TrialScores({ scores }: { readonly scores: TrialCounts }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">{TRIAL_SCORES.title}</h2>
      {scores.kind === 'too-few' ? <p>{TRIAL_SCORES.tooFew}</p> : null}
      {scores.kind === 'not-counted' ? (
        <p>
          {TRIAL_SCORES.not} {scores.why}.
        </p>
      ) : null}
      {scores.kind === 'counted' ? <Counts scores={scores} /> : null}
    </>
  );
}

type Counted = Extract<TrialCounts, { readonly kind: 'counted' }>;

function Counts({ scores: { all, before, now, decides } }: { readonly scores: Counted }) {
  return (
    <>
      <p>{TRIAL_SCORES.how(all)}</p>
      <p>{TRIAL_SCORES.most}</p>
      <p>{TRIAL_SCORES.protected}</p>
      <Levels caption={TRIAL_SCORES.before} rows={before} />
      <Levels caption={TRIAL_SCORES.now} rows={now} />
      <Decides decides={decides} />
    </>
  );
}

const NUMBER = { title: TRIAL_SCORES.departments, numeric: true } as const;

type LevelsProps = { readonly caption: string; readonly rows: Counted['now'] };

function Levels({ caption, rows }: LevelsProps) {
  return (
    <ScrollTable caption={caption} columns={[TRIAL_SCORES.level, NUMBER]}>
      {rows.map(({ text, count }) => (
        <TableRow key={text}>
          <th className="nhsuk-table__header" scope="row">
            {text}
          </th>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{count}</td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function Decides({ decides }: Pick<Counted, 'decides'>) {
  if (decides.length === 0) return <p>{TRIAL_SCORES.nothingDecides}</p>;
  const columns = [TRIAL_SCORES.need, TRIAL_SCORES.level, NUMBER];
  return (
    <>
      <ScrollTable caption={TRIAL_SCORES.decides} columns={columns}>
        {decides.map(({ level, text, count }) => (
          <TableRow key={`${level} ${text}`}>
            <th className="nhsuk-table__header" scope="row">
              {text}
            </th>
            <td className="nhsuk-table__cell">{level}</td>
            <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{count}</td>
          </TableRow>
        ))}
      </ScrollTable>
      <p>{TRIAL_SCORES.left}</p>
    </>
  );
}
