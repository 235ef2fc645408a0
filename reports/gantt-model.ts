// The plan on a time axis: whole months (or years, for a long plan) and one bar per action.
import { GANTT } from '#words/plan/action-plan-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Action, ActionStatus, Milestone } from '#app/domain/plan/action.ts';
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import { dayOf, monthName, monthsAfter, monthsAt } from '#words/kit/day-words.ts';
import { datesText, milestoneText } from '#words/plan/gantt-words.ts';
import type { GanttBar, GanttModel, GanttPattern } from './model.ts';
import { statusText } from '#words/plan/status-words.ts';
import { count } from '#words/kit/wording.ts';

const patterns: Readonly<Record<ActionStatus, GanttPattern>> = {
  'not-started': 'empty',
  'on-track': 'solid',
  'at-risk': 'stripes',
  'off-track': 'hatch',
  complete: 'dark',
};

type Span = { readonly from: number; readonly to: number };

/** The Gantt chart of a plan, or of some actions with their numbers in it; null where none of them has a date. */
export function ganttOf(
  actions: readonly Action[],
  numbers: readonly number[] = actions.map((_, index) => index + 1),
  today: string | null = null,
): GanttModel | null {
  const spans = actions.map(spanOf);
  const dated = spans.filter((span) => span !== null);
  const shown = [...dated, ...actions.flatMap(({ milestones }) => milestones.flatMap(momentOf))];
  if (shown.length === 0) return null;
  const first = Math.floor(Math.min(...shown.map(({ from }) => from)));
  const last = Math.ceil(Math.max(...shown.map(({ to }) => to)));
  const length = Math.max(1, last - first);
  const undated = actions.length - dated.length;
  const rest = undated === 0 ? '' : GANTT.without(count(undated, 'action'));
  return {
    title: LABEL.planOverTime,
    finding: `${GANTT.span(count(dated.length, 'action'), monthAt(first), monthAt(last - 1))}${rest}`,
    marks: marksOf(first, length),
    ...todayOn(today, { first, length }),
    bars: actions.map((action, index) => barOf(action, index, { spans, numbers, first, length })),
    key: STATUSES.filter((status) => actions.some((action) => action.status === status)).map(
      (status) => ({ pattern: patterns[status], label: statusText[status] }),
    ),
    milestoneKey: [false, true]
      .filter((done) =>
        actions.some(({ milestones }) => milestones.some((each) => each.done === done)),
      )
      .map((done) => ({ done, label: done ? LABEL.milestoneReached : LABEL.milestone })),
  };
}

/** The middle of this day on the axis, where it is on it. */
function todayOn(
  today: string | null,
  { first, length }: { readonly first: number; readonly length: number },
): Pick<GanttModel, 'today'> {
  const day = dayOf(today);
  if (day === null) return {};
  const at = ((monthsAt(day) + monthsAfter(day)) / 2 - first) / length;
  return at < 0 || at > 1 ? {} : { today: Math.round(at * 10000) / 10000 };
}

/** The day of a milestone on the axis; nothing for no real date. */
function momentOf({ on }: Milestone): readonly Span[] {
  const day = dayOf(on);
  return day === null ? [] : [{ from: monthsAt(day), to: monthsAfter(day) }];
}

/** From the start of the first day to the end of the last; one date alone is a single day. */
function spanOf({ startOn, dueOn }: Action): Span | null {
  const days = [dayOf(startOn), dayOf(dueOn)].filter((day) => day !== null);
  if (days.length === 0) return null;
  return { from: Math.min(...days.map(monthsAt)), to: Math.max(...days.map(monthsAfter)) };
}

function barOf(
  action: Action,
  index: number,
  axis: {
    readonly spans: readonly (Span | null)[];
    readonly numbers: readonly number[];
    readonly first: number;
    readonly length: number;
  },
): GanttBar {
  const span = axis.spans[index] ?? null;
  const share = (months: number): number =>
    Math.round(((months - axis.first) / axis.length) * 10000) / 10000;
  return {
    label: `${axis.numbers[index] ?? index + 1}. ${action.objective}`,
    from: span === null ? null : share(span.from),
    to: span === null ? null : share(span.to),
    dates: datesText(action),
    status: statusText[action.status],
    pattern: patterns[action.status],
    milestones: action.milestones.flatMap((milestone) =>
      momentOf(milestone).map(({ from, to }) => ({
        at: share((from + to) / 2),
        done: milestone.done,
        text: milestoneText(milestone),
      })),
    ),
  };
}

/** A mark per month, quarter or year: as many as can be read side by side. */
function marksOf(first: number, length: number): GanttModel['marks'] {
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => length / months <= 8) ?? 120;
  const marks = [];
  for (let at = 0; at < length; at += step) {
    marks.push({ at: Math.round((at / length) * 10000) / 10000, label: markText(first + at) });
  }
  return marks;
}

function markText(month: number): string {
  return `${monthName({ month: (month % 12) + 1 }).slice(0, 3)} ${Math.floor(month / 12)}`;
}

function monthAt(month: number): string {
  return `${monthName({ month: (month % 12) + 1 })} ${Math.floor(month / 12)}`;
}
