// The trail for those who may read it: an administrator all of it, a lead their own part.
import { TRAIL } from '#words/administration/administration-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addDays, isDay } from '#app/domain/calendar-entries.ts';
import { INSTALLATION } from '#app/domain/audit/event.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { TrailScope } from '#app/domain/policy/trail.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisations } from '#db/repositories/people/places.ts';
import {
  countTrail,
  listAssessmentsIn,
  listEventKinds,
  listTrail,
  type TrailFilter,
  type TrailRow,
} from '#db/repositories/administration/trail-rows.ts';

const ON_A_PAGE = 50;
/** The most lines of one file. */
const MOST_LINES = 50_000;

/** As it stands in the address: '' = any. */
export type TrailAsked = {
  readonly event: string;
  readonly person: string;
  readonly organisation: string;
  readonly assessment: string;
  /** London days, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
};

/** One page of what a filter finds, newest first. */
export async function trailPage(
  { engine }: Pick<Services, 'engine'>,
  scope: TrailScope,
  { page, ...asked }: TrailAsked & { readonly page: number },
) {
  const { db } = engine;
  const filter = filterOf(asked);
  const found = await countTrail(db, { scope, filter });
  const pages = Math.max(1, Math.ceil(found / ON_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const skip = (shown - 1) * ON_A_PAGE;
  const rows = await listTrail(db, { scope, filter, skip, most: ON_A_PAGE });
  const whole = scope === 'everything';
  const organisations = whole ? await listOrganisations(db) : [];
  return {
    whole,
    asked,
    found,
    page: shown,
    pages,
    events: await listEventKinds(db, scope),
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    /** Those of somebody who sees a part, to choose from. */
    assessments: scope === 'everything' ? [] : await listAssessmentsIn(db, scope),
    items: rows.map((row) => shownRow(row, whole)),
  };
}

export type TrailPage = Awaited<ReturnType<typeof trailPage>>;

/** What a filter finds as rows of a file, newest first; the first holds the titles. */
export async function trailRows(
  { engine }: Pick<Services, 'engine'>,
  scope: TrailScope,
  asked: TrailAsked,
): Promise<readonly (readonly string[])[]> {
  const filter = filterOf(asked);
  const rows = await listTrail(engine.db, { scope, filter, skip: 0, most: MOST_LINES });
  const whole = scope === 'everything';
  return [TITLES, ...rows.map((row) => Object.values(shownRow(row, whole)).map(String))];
}

const TITLES = [
  TRAIL.sequence,
  TRAIL.at,
  TRAIL.event,
  TRAIL.personId,
  TRAIL.person,
  LABEL.organisation,
  LABEL.department,
  TRAIL.about,
  TRAIL.details,
  TRAIL.chain,
  TRAIL.position,
  TRAIL.seal,
];

/**
 * In the order of the titles. Seals and details are for administrators alone, and of what happens in an
 * assessment or a review no details are: drafts and ratings are not theirs to see.
 */
function shownRow({ event, actorName, organisation, department }: TrailRow, whole: boolean) {
  const { sequence, at, actor, chain } = event;
  const gone = actor === null ? '' : LABEL.someoneGone;
  return {
    sequence,
    at,
    event: event.event,
    actor: actor ?? '',
    person: actorName ?? gone,
    organisation: organisation ?? '',
    department: department ?? '',
    subject: event.subject ?? '',
    details: whole && chain === INSTALLATION ? event.details : '',
    ...placeOf(event, whole),
  };
}

function placeOf({ chain, position, seal }: TrailRow['event'], whole: boolean) {
  return { chain: chain ?? '', position: position ?? '', seal: whole ? (seal ?? '') : '' };
}

function filterOf({ from, to, ...asked }: TrailAsked): TrailFilter {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    event: text(asked.event),
    person: text(asked.person),
    organisation: text(asked.organisation),
    assessment: text(asked.assessment),
    from: isDay(from) ? beginning(from) : null,
    until: isDay(to) ? beginning(addDays(to, 1)) : null,
  };
}

/** The instant at which a day begins in London. */
function beginning(day: string): string {
  const inSummer = `${addDays(day, -1)}T23:00:00.000Z`;
  return londonDay(inSummer) === day ? inSummer : `${day}T00:00:00.000Z`;
}
