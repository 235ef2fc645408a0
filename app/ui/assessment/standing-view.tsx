// Where we stand: the level, the chart with its table, claims that count only in part, what each level
// needs, and the way with the least effort.
import type { ReactNode } from 'react';
import { VERDICT } from '#words/assessment/assessment-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { WhereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ChartFigure } from '#app/ui/kit/chart-figure.tsx';
import { DataTable } from '#app/ui/kit/data-table.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { CheapestWay } from './cheapest-way.tsx';
import { FirstMoves } from '#app/ui/plan/first-moves-list.tsx';
import { Figures } from '#app/ui/kit/figures.tsx';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { LevelSign } from '#app/ui/kit/level-sign.tsx';

type Props = {
  readonly page: WhereWeStandPage & { readonly done: string | null };
  /** What a panel would probably ask, and how it compares with the last decision. */
  readonly questions: ReactNode;
  readonly lastTime: ReactNode;
};

export function StandingView({ page, questions, lastTime }: Props) {
  return (
    <AssessmentFrame id={page.id} here="standing">
      <PageTitle title={`Where we stand: ${page.department}`} />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        Where we stand
      </h1>
      <Figures
        figures={[
          { term: 'Level reached', value: page.level, steps: page.steps },
          { term: 'Overall score', value: page.overall },
          { term: 'Criteria ready', value: page.ready },
        ]}
      />
      {page.means === null ? null : <p>{page.means}</p>}
      <ChartFigure chart={page.chart} pictures={page.pictures} />
      {page.mayChangeTarget ? <ChangeTarget page={page} /> : null}
      <First page={page} />
      <ToConfirm page={page} />
      <Capped page={page} />
      {questions}
      <CheapestWay page={page} />
      {lastTime}
      <Levels levels={page.levels} />
      <div className="nhsuk-inset-text">
        <p>{page.notice}</p>
      </div>
    </AssessmentFrame>
  );
}

function ChangeTarget({ page }: { readonly page: WhereWeStandPage }) {
  const levels = page.levels.map(({ id, label }) => ({ value: id, label }));
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          The target is {levels.find(({ value }) => value === page.target)?.label}. Change it
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post">
          <SelectField
            name="target"
            label="Level to aim for"
            options={levels}
            value={page.target}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Change the target</button>
        </form>
      </div>
    </details>
  );
}

function First({ page: { id, first } }: { readonly page: WhereWeStandPage }) {
  if (first.answer === null && first.support === null) return null;
  return (
    <section aria-labelledby="first">
      <h2 className="nhsuk-heading-m" id="first">
        What to do first
      </h2>
      <FirstMoves id={id} first={first} />
    </section>
  );
}

function ToConfirm({ page: { id, toConfirm } }: { readonly page: WhereWeStandPage }) {
  if (toConfirm.length === 0) return null;
  return (
    <section aria-labelledby="to-confirm">
      <h2 className="nhsuk-heading-m" id="to-confirm">
        {STATEMENTS.notConfirmed}
      </h2>
      <p>{STATEMENTS.countsAlready}</p>
      <ul className="nhsuk-list">
        {toConfirm.map(({ id: criterion, name, claimed }) => (
          <li key={criterion}>
            <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion })}>
              {name}
            </a>
            : {claimed}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Capped({ page: { id, capped } }: { readonly page: WhereWeStandPage }) {
  return (
    <section aria-labelledby="capped">
      <h2 className="nhsuk-heading-m" id="capped">
        Claims that count only in part
      </h2>
      {capped.length === 0 ? <p>Every claim is supported in full.</p> : null}
      <ul className="nhsuk-list">
        {capped.map((criterion) => (
          <li key={criterion.id} className="nhsuk-u-margin-bottom-3">
            <a
              href={addressOf('/assessments/:id/criteria/:criterion', {
                id,
                criterion: criterion.id,
              })}
            >
              {criterion.name}
            </a>
            <br />
            Claimed {criterion.claimed}, supported {criterion.supported}.{' '}
            {criterion.reasons.join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What each level needs and has, as folded tables. */
export function Levels({ levels }: Pick<WhereWeStandPage, 'levels'>) {
  return (
    <section aria-labelledby="levels">
      <h2 className="nhsuk-heading-m" id="levels">
        What each level needs
      </h2>
      <p>
        A level is reached when all of its conditions are met, and those of every level below it.
      </p>
      {levels.map((level) => (
        <details
          className="nhsuk-details"
          key={level.id}
          open={!level.reached && level.heldBackBy.length === 0}
        >
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {level.label}: {levelVerdict(level)} <LevelSign steps={level.steps} />
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <DataTable
              table={{
                caption: `Conditions of ${level.label}`,
                columns: [
                  { title: 'Condition', share: 34, align: 'start' },
                  { title: 'Needs', share: 14, align: 'start' },
                  { title: 'Has', share: 14, align: 'start' },
                  { title: 'Result', share: 14, align: 'start' },
                  { title: 'How', share: 24, align: 'start' },
                ],
                rows: level.rows.map((row) => [
                  row.condition,
                  row.needs,
                  row.has,
                  row.met ? 'Met' : { text: `Not met: ${row.short} short`, strong: true as const },
                  row.met || row.decidedBy.length < 2
                    ? row.how
                    : `${row.how} Points can still come from ${row.decidedBy.join(', ')}.`,
                ]),
              }}
            />
          </div>
        </details>
      ))}
    </section>
  );
}

function levelVerdict(level: WhereWeStandPage['levels'][number]): string {
  if (level.reached) return 'reached';
  const missing = level.rows.filter(({ met }) => !met).length;
  if (missing > 0) return VERDICT.notMet(missing, level.rows.length);
  return VERDICT.heldBack(level.heldBackBy.join(' and '));
}
