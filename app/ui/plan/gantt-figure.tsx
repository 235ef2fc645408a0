// The plan over time as a table with a drawn bar in each row: what the bar shows stands beside it in
// words, so the drawing itself is hidden from screen readers. No script and no style of its own.
import { Fragment } from 'react';
import { PLAN_VIEWS } from '#words/plan/plan-pages.ts';
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';

type Model = NonNullable<ActionPlanPage['gantt']>;
type Bar = Model['bars'][number];

const WIDTH = 420;
const HEIGHT = 32;
/** The room that a label such as Sep 2027 needs. */
const LABEL = 84;
/** Half the width of the diamond of a milestone. */
const MARK = 7;

export function Gantt({ gantt }: { readonly gantt: Model }) {
  return (
    <>
      <p>{gantt.finding}</p>
      <div className="app-scroll" role="region" aria-label="Gantt chart" tabIndex={0}>
        <div className="app-gantt__axis">
          <Axis marks={gantt.marks} />
        </div>
        <table className="nhsuk-table app-gantt">
          <caption className="nhsuk-u-visually-hidden">{gantt.title}</caption>
          <thead className="nhsuk-table__head">
            <tr>
              <th className="nhsuk-table__header" scope="col">
                Action
              </th>
              <th className="nhsuk-table__header" scope="col">
                Dates and milestones
              </th>
              <th className="nhsuk-table__header" scope="col">
                <span className="nhsuk-u-visually-hidden">Bar</span>
                <Axis marks={gantt.marks} />
              </th>
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            {gantt.bars.map((bar) => (
              <tr className="nhsuk-table__row" key={bar.label}>
                <th className="nhsuk-table__header" scope="row">
                  {bar.label}
                </th>
                <td className="nhsuk-table__cell">
                  {bar.dates}, {bar.status.toLowerCase()}
                  <Milestones bar={bar} />
                </td>
                <td className="nhsuk-table__cell">
                  <Drawing bar={bar} marks={gantt.marks} today={gantt.today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Key gantt={gantt} />
    </>
  );
}

function Milestones({ bar }: { readonly bar: Bar }) {
  if (bar.milestones.length === 0) return null;
  return (
    <ul className="app-gantt__milestones">
      {bar.milestones.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

type OnAxis = { readonly marks: Model['marks']; readonly today: number | undefined };

function Axis({ marks }: Pick<Model, 'marks'>) {
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <MarkLines marks={marks} />
      {labelled(marks).map(({ at, label }) => (
        <text key={label} x={at * WIDTH + 4} y={20}>
          {label}
        </text>
      ))}
    </svg>
  );
}

/** The marks whose labels have room: no label over another, none over the edge. */
function labelled(marks: Model['marks']): Model['marks'] {
  const shown: Model['marks'][number][] = [];
  for (const mark of marks) {
    const last = shown.at(-1);
    const free = last === undefined || (mark.at - last.at) * WIDTH >= LABEL;
    if (free && mark.at * WIDTH + LABEL <= WIDTH) shown.push(mark);
  }
  return shown;
}

function MarkLines({ marks }: Pick<Model, 'marks'>) {
  return marks.map(({ at, label }) => (
    <line
      key={label}
      className="app-gantt__line"
      x1={at * WIDTH}
      x2={at * WIDTH}
      y1={0}
      y2={HEIGHT}
    />
  ));
}

/** A line through every row where today is. */
function Today({ at }: { readonly at: number | undefined }) {
  if (at === undefined) return null;
  const x = at * WIDTH;
  return <line className="app-gantt__today" x1={x} x2={x} y1={0} y2={HEIGHT} />;
}

function Drawing({ bar, marks, today }: { readonly bar: Bar } & OnAxis) {
  const { from, to } = bar;
  const width = from === null || to === null ? 0 : Math.max(6, (to - from) * WIDTH);
  const x = Math.min((from ?? 0) * WIDTH, WIDTH - width);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <MarkLines marks={marks} />
      {width === 0 ? null : <Box pattern={bar.pattern} at={{ x, y: 8, width, height: 16 }} />}
      {bar.milestones.map(({ at, done, text }) => (
        <Diamond key={text} done={done} x={Math.min(Math.max(at * WIDTH, MARK), WIDTH - MARK)} />
      ))}
      <Today at={today} />
    </svg>
  );
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function Box({ pattern, at }: { readonly pattern: Bar['pattern']; readonly at: Place }) {
  const { x, y, width, height } = at;
  const strokes = { empty: 0, solid: 0, dark: 0, stripes: 1, hatch: 2 }[pattern];
  const steps = strokes === 0 ? 0 : Math.ceil(width / 8);
  const lines = Array.from({ length: steps }, (_, index) => x + index * 8);
  const right = x + width;
  return (
    <Fragment>
      <rect className={`app-gantt__bar app-gantt__bar--${pattern}`} {...{ x, y, width, height }} />
      {lines.map((left) => {
        const long = Math.min(height, right - left);
        return (
          <Fragment key={left}>
            <path
              className="app-gantt__stripe"
              d={`M${left} ${y + height}L${left + long} ${y + height - long}`}
            />
            {strokes === 1 ? null : (
              <path className="app-gantt__stripe" d={`M${left} ${y}L${left + long} ${y + long}`} />
            )}
          </Fragment>
        );
      })}
    </Fragment>
  );
}

function Diamond({ done, x }: { readonly done: boolean; readonly x: number }) {
  const y = HEIGHT / 2;
  const points = `${x},${y - MARK} ${x + MARK},${y} ${x},${y + MARK} ${x - MARK},${y}`;
  return (
    <polygon
      className={done ? 'app-gantt__mark app-gantt__mark--done' : 'app-gantt__mark'}
      points={points}
    />
  );
}

function Key({ gantt }: { readonly gantt: Model }) {
  return (
    <ul className="app-gantt__key">
      {gantt.today === undefined ? null : (
        <li>
          <svg width={16} height={HEIGHT} aria-hidden="true" focusable="false">
            <line className="app-gantt__today" x1={8} x2={8} y1={0} y2={HEIGHT} />
          </svg>
          {PLAN_VIEWS.today}
        </li>
      )}
      {gantt.key.map(({ pattern, label }) => (
        <li key={label}>
          <svg width={32} height={HEIGHT} aria-hidden="true" focusable="false">
            <Box pattern={pattern} at={{ x: 1, y: 8, width: 30, height: 16 }} />
          </svg>
          {label}
        </li>
      ))}
      {gantt.milestoneKey.map(({ done, label }) => (
        <li key={label}>
          <svg width={2 * MARK + 2} height={HEIGHT} aria-hidden="true" focusable="false">
            <Diamond done={done} x={MARK + 1} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
