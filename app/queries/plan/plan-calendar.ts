// The days of a plan for a calendar: when each action is due, and each of its milestones. Uids stay, so
// that a later download moves an event and makes no second one.
import { PLAN_CALENDAR } from '#words/plan/plan-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { Action } from '#app/domain/plan/action.ts';
import type { Calendar, CalendarEvent } from '#app/ports.ts';
import { statusText } from '#words/plan/status-words.ts';

type Plan = {
  readonly id: string;
  readonly department: string;
  readonly actions: readonly Action[];
};

type Given = {
  /** Where the service is, such as https://charter.example. */
  readonly origin: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
};

/** The calendar; actions without a due date are in it with their milestones only. */
export function planCalendar(plan: Plan, { origin, madeAt }: Given): Calendar {
  const { host } = new URL(origin);
  return {
    name: PLAN_CALENDAR.title(plan.department),
    madeAt,
    events: plan.actions.flatMap((action) =>
      [...dueEvent(action), ...milestoneEvents(action)].map(({ uid, day, ...texts }) => ({
        ...texts,
        uid: `${uid}@${host}`,
        url: `${origin}${addressOf('/assessments/:id/actions/:action', { id: plan.id, action: action.id })}`,
        when: { day },
        alarmDays: [],
      })),
    ),
  };
}

type Event = Pick<CalendarEvent, 'uid' | 'summary'> & {
  readonly day: string;
  readonly description: string;
};

function dueEvent({ id, dueOn, objective, owner, status }: Action): readonly Event[] {
  if (dueOn === null) return [];
  const lines = [
    ...(owner === '' ? [] : [PLAN_CALENDAR.owner(owner)]),
    PLAN_CALENDAR.status(statusText[status]),
  ];
  const description = lines.join('\n');
  return [{ uid: `action-${id}`, day: dueOn, summary: PLAN_CALENDAR.due(objective), description }];
}

// A milestone has no id of its own: its text names it, so that it keeps its place when its day moves.
function milestoneEvents({ id, milestones, objective }: Action): readonly Event[] {
  return milestones.map(({ on, text, done }, index) => {
    const before = milestones.slice(0, index).filter((other) => other.text === text).length;
    return {
      uid: `milestone-${id}-${fingerprint(text)}-${before}`,
      day: on,
      summary: `${done ? LABEL.milestoneReached : LABEL.milestone}: ${text}`,
      description: objective,
    };
  });
}

/** A short name for a text (FNV-1a, 32 bits); equal for equal texts. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
