// Someone's dates as a calendar: when the rounds of their assessments close, for leads when the actions of
// the plan are due, what follows an award, and for panels when ratings are due. No score, no narrative, no count.
import { CALENDAR, CALENDAR_NAME } from '#words/letters/calendar-words.ts';
import { addressOf } from '#app/addresses.ts';
import { lastDay } from '#app/domain/award/award.ts';
import { reportYears } from '#app/domain/award/plan-report.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { closesFor } from '#app/domain/assessment/round-times.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  mayWithAssessment,
  type Scope,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { rates } from '#app/domain/review/panel-size.ts';
import { phaseOf, takesPart } from '#app/domain/review/standing.ts';
import type { Calendar, CalendarEvent } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { ownReviews } from '#app/doors/enter-review.ts';
import { hasCalendarLink, loadCalendarOwner } from '#db/repositories/letters/calendar-links.ts';
import {
  type DueAction,
  listDueActions,
  listOnTheWay,
  type OnTheWay,
} from '#db/repositories/assessment/deadlines.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import {
  listSentYears,
  listStandingAwards,
  reportKey,
} from '#db/repositories/award/plan-reports.ts';

const ALARM_DAYS = [7, 1];

type Given = Pick<Services, 'engine' | 'config' | 'clock'>;

/** The calendar behind an address (the hash of its token); null where there is none. */
export async function calendarFeed(services: Given, id: string): Promise<Calendar | null> {
  const { engine, clock } = services;
  const owner = await loadCalendarOwner(engine.db, id);
  if (owner === null) return null;
  // Roles of this very moment: whoever has lost one has lost its dates.
  const actor = { ...owner, memberships: await loadMemberships(engine.db, owner.id) };
  const scope = visibleAssessments(actor);
  const due = Map.groupBy(
    await listDueActions(engine.db, scope),
    ({ assessmentId }) => assessmentId,
  );
  const onTheWay = await listOnTheWay(engine.db, scope);
  const events = [
    ...onTheWay.flatMap((head) =>
      eventsOf(services, { actor, head, due: due.get(head.assessment.id) ?? [] }),
    ),
    ...(await awardEvents(services, scope)),
    ...(await ratingEvents(services, actor)),
  ];
  return { name: CALENDAR_NAME, madeAt: clock().toISOString(), events };
}

/** Whether this person has a calendar address. */
export async function calendarPage({ engine }: Pick<Services, 'engine'>, actor: Actor) {
  return { has: await hasCalendarLink(engine.db, actor.id) };
}

type About = {
  readonly actor: Actor;
  readonly head: OnTheWay;
  readonly due: readonly DueAction[];
};

function eventsOf({ config }: Given, { actor, head, due }: About): readonly CalendarEvent[] {
  const { assessment, round, extensions } = head;
  const { host } = new URL(config.origin);
  const page = `${config.origin}${addressOf('/assessments/:id', { id: assessment.id })}`;
  const label = labelOf({ department: head.department, name: assessment.name });
  const closing: CalendarEvent = {
    uid: `closing-${assessment.id}-${round.id}@${host}`,
    summary: CALENDAR.closing(round.name, label),
    url: page,
    when: { instant: closesFor(round, extensions) },
    alarmDays: ALARM_DAYS,
  };
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  if (!mayWithAssessment(actor, 'assign', place)) return [closing];
  return [
    closing,
    ...due.map(({ id, dueOn, objective }) => ({
      uid: `action-${id}@${host}`,
      summary: CALENDAR.action(objective, label),
      url: `${config.origin}${addressOf('/assessments/:id/actions', { id: assessment.id })}`,
      when: { day: dueOn },
      alarmDays: [],
    })),
  ];
}

/** When ratings of the reviews that this person takes part in are due. */
async function ratingEvents(
  { engine, config }: Given,
  actor: Pick<Actor, 'id' | 'memberships'>,
): Promise<readonly CalendarEvent[]> {
  const { host } = new URL(config.origin);
  const reviews = await ownReviews(engine.db, actor, { due: true });
  return reviews.flatMap(({ review, number, standing }): CalendarEvent[] => {
    const { id, ratingsDueAt } = review;
    if (ratingsDueAt === null || phaseOf(review) !== 'rating') return [];
    if (!takesPart(standing) || !rates(standing.seat)) return [];
    return [
      {
        uid: `ratings-${id}@${host}`,
        summary: CALENDAR.ratings(number),
        url: `${config.origin}${addressOf('/reviews/:review', { review: id })}`,
        when: { instant: ratingsDueAt },
        alarmDays: ALARM_DAYS,
      },
    ];
  });
}

/** When the reports on the plans of awards are due, and when the awards end. */
async function awardEvents(
  { engine, config, clock }: Given,
  scope: Scope,
): Promise<readonly CalendarEvent[]> {
  const { host } = new URL(config.origin);
  const today = londonDay(clock().toISOString());
  const sent = new Set((await listSentYears(engine.db, scope)).map(reportKey));
  const seen = (await listStandingAwards(engine.db, scope)).filter(
    (award) => today <= lastDay(award),
  );
  return seen.flatMap((award) => {
    const page = `${config.origin}${addressOf('/assessments/:id/progress', { id: award.assessmentId })}`;
    const reports = reportYears(award).filter(
      ({ year }) => !sent.has(reportKey({ awardId: award.id, year })),
    );
    return [
      ...reports.map(({ year, dueOn }) => ({
        uid: `plan-report-${award.id}-${year}@${host}`,
        summary: CALENDAR.report(year, award.department),
        url: `${config.origin}${addressOf('/assessments/:id/progress/:year', { id: award.assessmentId, year: String(year) })}`,
        when: { day: dueOn },
        alarmDays: [30],
      })),
      {
        uid: `award-ends-${award.id}@${host}`,
        summary: CALENDAR.awardEnds(award.department),
        url: page,
        when: { day: lastDay(award) },
        alarmDays: [90],
      },
    ];
  });
}
