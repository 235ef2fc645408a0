// Writes the reminders that are due before a round closes: one letter for each person and assessment who
// has not switched them off, once for each rule, and none after the submission. Run as often as one likes: what was written is known by
// its key in the outbox.
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { progressOf } from '#app/domain/assessment/work-progress.ts';
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
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import { loadAssessment } from '#db/repositories/assessment/assessments.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { audit } from '#db/repositories/audit.ts';
import { listOnTheWay, type OnTheWay } from '#db/repositories/assessment/deadlines.ts';
import { listUsedKeys } from '#db/repositories/letters/letters-to-send.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { listStopped } from '#db/repositories/letters/reminder-stops.ts';
import { roundReminder } from '#words/letters/reminder-letters.ts';
import { reminderSwitch } from './switch-reminders.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueReminders(services: Given): Promise<{ written: number }> {
  let written = 0;
  for (const head of await listOnTheWay(services.engine.db)) {
    written += await remindOf(services, head);
  }
  return { written };
}

async function remindOf(services: Given, head: OnTheWay): Promise<number> {
  const { engine, clock, newId } = services;
  const now = clock();
  const closesAt = closesFor(head.round, head.extensions);
  const days = reminderDue({ closesAt: Date.parse(closesAt), now: now.getTime() });
  if (days === null) return 0;
  const { id: assessmentId } = head.assessment;
  const people = await peopleLeft(services, head, (person) =>
    reminderKey({ assessmentId, closesAt, days, person }),
  );
  const work = people.length === 0 ? null : await workOn(services, head);
  if (work === null) return 0;
  const letters = people.flatMap((person) => {
    const left = workLeft({ ...work, ...person });
    return left === null ? [] : [letterTo(services, { head, person, left, closesAt, ...work })];
  });
  if (letters.length === 0) return 0;
  const at = now.toISOString();
  await engine.commit([
    ...letters.map((letter) => queueLetter(newId(), letter, at)),
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: head.assessment.organisationId,
      subject: assessmentId,
      details: { days, letters: letters.length },
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

/** Everyone who writes this assessment and has not had this reminder. */
async function peopleLeft(
  { engine }: Given,
  { assessment }: OnTheWay,
  keyOf: (person: string) => string,
): Promise<readonly Person[]> {
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  const writers = await listPeopleOf(engine.db, { ...place, roles: WRITERS });
  const leads = await listPeopleOf(engine.db, { ...place, roles: ['assessment-lead'] });
  const assigned = await listAssignments(engine.db, assessment.id);
  const ids = writers.map(({ id }) => id);
  const used = await listUsedKeys(engine.db, ids.map(keyOf));
  const stopped = await listStopped(engine.db, ids);
  return writers
    .filter(({ id }) => !stopped.has(id))
    .map(({ id, email }) => ({
      id,
      key: keyOf(id),
      email,
      isLead: leads.some((lead) => lead.id === id),
      mine: assigned.filter(({ userId }) => userId === id).map(({ criterion }) => criterion),
    }))
    .filter(({ key }) => !used.has(key));
}

/** What is not ready; null where the charter is not there any more. */
async function workOn({ engine, library }: Given, { assessment }: OnTheWay) {
  const scope = { organisations: [assessment.organisationId], departments: [] };
  const loaded = await loadAssessment(engine.db, scope, assessment.id);
  const charter = library.versions.get(assessment.charter)?.charter;
  if (loaded === null || charter === undefined) return null;
  const answerSet = answerSetIn(loaded);
  const toReview = new Set(
    loaded.answers.filter(({ review }) => review !== null).map(({ criterion }) => criterion),
  );
  const scorecard = scoreAssessment(charter, answerSet);
  const { criteria } = progressOf(charter, answerSet, { scorecard, toReview });
  const notReady = [...criteria].filter(([, state]) => state !== 'ready').map(([id]) => id);
  const department = labelOf({ department: loaded.department, name: assessment.name });
  return { department, all: criteria.size, notReady: new Set(notReady) };
}

type Told = {
  readonly head: OnTheWay;
  readonly person: Person;
  readonly left: WorkLeft;
  readonly closesAt: string;
  readonly department: string;
};

function letterTo(services: Given, { head, person, left, closesAt, department }: Told) {
  const page = `${services.config.origin}/assessments/${head.assessment.id}`;
  return letterOf({
    key: person.key,
    recipient: person.email,
    ...roundReminder({
      department,
      round: head.round.name,
      closesAt,
      left,
      url: person.mine.length === 0 ? page : `${page}?mine=yes`,
    }),
    ...reminderSwitch(services, person.id),
  });
}
