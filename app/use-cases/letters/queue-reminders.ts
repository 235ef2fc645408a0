// Writes the reminders that are due before a round closes: one letter for each person and assessment who
// has not switched them off, once for each rule, and none after the submission. Run as often as one likes: what was written is known by
// its key in the outbox.
import { addressOf } from '#app/addresses.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { isOpenWork, progressOf } from '#app/domain/assessment/work-progress.ts';
import {
  reminderDue,
  reminderKey,
  type WorkLeft,
  workLeft,
} from '#app/domain/letters/round-reminder.ts';
import { closesFor } from '#app/domain/assessment/round-times.ts';
import { letterOf } from '#words/letters/letter.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import { criteriaToReview, type Whole, withOrganisations } from '#app/doors/of-organisation.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import { loadAssessments } from '#db/repositories/assessment/assessments.ts';
import { listAssignmentsIn } from '#db/repositories/assessment/assignments.ts';
import { audit } from '#db/repositories/audit.ts';
import { listOnTheWay, type OnTheWay } from '#db/repositories/assessment/deadlines.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { type Holder, holdersAt, listHolders } from '#db/repositories/people/roles.ts';
import { roundReminder } from '#words/letters/reminder-letters.ts';
import { inBatches } from './in-batches.ts';
import { reminderSwitch } from './switch-reminders.ts';
import { whoIsLeft } from './who-is-left.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueReminders(services: Given): Promise<{ written: number }> {
  const now = services.clock().getTime();
  const due = (await listOnTheWay(services.engine.db)).flatMap((head): readonly Due[] => {
    const closesAt = closesFor(head.round, head.extensions);
    const days = reminderDue({ closesAt: Date.parse(closesAt), now });
    return days === null ? [] : [{ ...head, closesAt, days }];
  });
  return { written: await inBatches(due, (some) => remindOf(services, some)) };
}

/** An assessment whose writers are to be reminded now. */
type Due = OnTheWay & { readonly closesAt: string; readonly days: number };

async function remindOf(services: Given, all: readonly Due[]): Promise<number> {
  const left = (await peopleLeft(services, all)).filter(({ people }) => people.length > 0);
  const works = await worksOn(
    services,
    left.map(({ due }) => due),
  );
  let written = 0;
  for (const { due, people } of left) {
    const work = works.get(due.assessment.id);
    written += work === undefined ? 0 : await write(services, { due, people, work });
  }
  return written;
}

type Writing = {
  readonly due: Due;
  readonly people: readonly Person[];
  readonly work: Work;
};

async function write(services: Given, { due, people, work }: Writing): Promise<number> {
  const { engine, clock, newId } = services;
  const letters = people.flatMap((person) => {
    const left = workLeft({ ...work, ...person });
    return left === null ? [] : [letterTo(services, { due, person, left, ...work })];
  });
  if (letters.length === 0) return 0;
  const at = clock().toISOString();
  await engine.commit([
    ...letters.map((letter) => queueLetter(newId(), letter, at)),
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: due.assessment.organisationId,
      subject: due.assessment.id,
      details: { days: due.days, letters: letters.length },
    }),
  ]);
  return letters.length;
}

type Person = {
  readonly id: string;
  readonly key: string;
  readonly email: string;
  readonly isLead: boolean;
  readonly mine: readonly string[];
};

/** Everyone who writes these assessments and has not had this reminder; asked for all of them at once. */
async function peopleLeft({ engine: { db } }: Given, all: readonly Due[]) {
  if (all.length === 0) return [];
  const holders = await listHolders(db, {
    organisations: all.map(({ assessment }) => assessment.organisationId),
    roles: WRITERS,
  });
  const assigned = Map.groupBy(
    await listAssignmentsIn(
      db,
      all.map(({ assessment }) => assessment.id),
    ),
    ({ assessmentId }) => assessmentId,
  );
  const meant = all.map((due) => ({
    due,
    people: writersOf(due, holders, assigned.get(due.assessment.id) ?? []),
  }));
  return whoIsLeft(db, meant);
}

type Assigned = { readonly userId: string; readonly criterion: string };

function writersOf(
  { assessment, closesAt, days }: Due,
  holders: readonly Holder[],
  assigned: readonly Assigned[],
): readonly Person[] {
  const { id: assessmentId, organisationId: organisation, departmentId: department } = assessment;
  const at = { organisation, department };
  const leads = new Set(
    holdersAt(holders, { ...at, roles: ['assessment-lead'] }).map(({ id }) => id),
  );
  return holdersAt(holders, { ...at, roles: WRITERS }).map(({ id, email }) => ({
    id,
    key: reminderKey({ assessmentId, closesAt, days, person: id }),
    email,
    isLead: leads.has(id),
    mine: assigned.filter(({ userId }) => userId === id).map(({ criterion }) => criterion),
  }));
}

type Work = {
  readonly department: string;
  readonly all: number;
  readonly notReady: ReadonlySet<string>;
};

/** What is not ready in each, by its id; none where the charter is not there any more. */
async function worksOn(
  { engine, library }: Given,
  due: readonly Due[],
): Promise<ReadonlyMap<string, Work>> {
  if (due.length === 0) return new Map();
  const ids = due.map(({ assessment }) => assessment.id);
  const all = await withOrganisations({ engine, library }, await loadAssessments(engine.db, ids));
  return new Map(
    all.flatMap((loaded): [string, Work][] => {
      const charter = library.versions.get(loaded.assessment.charter)?.charter;
      return charter === undefined ? [] : [[loaded.assessment.id, workIn(charter, loaded)]];
    }),
  );
}

function workIn(charter: Charter, loaded: Whole): Work {
  const answerSet = answerSetIn(loaded);
  const toReview = criteriaToReview(loaded);
  const scorecard = scoreAssessment(charter, answerSet);
  const { criteria, total } = progressOf(charter, answerSet, { scorecard, toReview });
  const notReady = [...criteria].filter(([, state]) => isOpenWork(state)).map(([id]) => id);
  const { name } = loaded.assessment;
  const department = labelOf({ department: loaded.department, name });
  return { department, all: total.all, notReady: new Set(notReady) };
}

type Told = {
  readonly due: Due;
  readonly person: Person;
  readonly left: WorkLeft;
  readonly department: string;
};

function letterTo(services: Given, { due, person, left, department }: Told) {
  const list = addressOf('/assessments/:id', { id: due.assessment.id });
  return letterOf({
    key: person.key,
    recipient: person.email,
    ...roundReminder({
      department,
      round: due.round.name,
      closesAt: due.closesAt,
      left,
      url: `${services.config.origin}${list}${person.mine.length === 0 ? '' : '?mine=yes'}`,
    }),
    ...reminderSwitch(services, person.id),
  });
}
