// A trail of a few hundred events in several chains, and copies of its database to be altered.
import Database from 'better-sqlite3';
import { openTrailSeal } from '#app/adapters/backup/trail-seal.ts';
import { storedTrail } from '#app/adapters/backup/stored-trail.ts';
import { type Head, INSTALLATION } from '#app/domain/audit/event.ts';
import { readTrail, type TrailReport } from '#app/domain/audit/verify-trail.ts';
import { noteHeads } from '#app/use-cases/administration/note-heads.ts';
import type { Services } from '#app/services.server.ts';
import { audit, loadHead } from '#db/repositories/audit.ts';
import { assessments } from '#db/tables.ts';
import { scenario } from './scenario.ts';
import { addDepartment, testServices } from './services.ts';

const AT = Date.parse('2027-03-01T09:00:00.000Z');

/** Assessments `first` and `second` of organisation `org`, which chains can be about. */
export async function withAssessments(services: Services): Promise<void> {
  await addDepartment(services, 'org', 'ward');
  await services.engine.commit(
    ['first', 'second'].map((id) => ({
      run: (db) =>
        db
          .insert(assessments)
          .values({
            id,
            organisationId: 'org',
            departmentId: 'ward',
            charter: 'bme-mentoring@1.0.1',
            targetLevel: 'silver',
            createdAt: new Date(AT).toISOString(),
            createdBy: 'lead',
            updatedAt: new Date(AT).toISOString(),
            version: 1,
          })
          .returning(),
    })),
  );
}

/** The event number `turn`, a minute after the one before. */
export function eventOf(turn: number) {
  return {
    at: new Date(AT + turn * 60_000).toISOString(),
    actor: turn % 3 === 0 ? null : `person-${turn % 5}`,
    event: ['criterion-answered', 'signed-in', 'person-invited'][turn % 3] ?? '',
    organisation: turn % 4 === 0 ? null : 'org',
    subject: ['first', 'second', null, 'person-1'][turn % 4] ?? null,
    details: { criterion: `G${turn % 7}`, turn },
  };
}

const filled = scenario(async (count: number) => {
  const services = await testServices();
  await withAssessments(services);
  for (let turn = 0; turn < count; turn += 1) {
    await services.engine.commit([audit(eventOf(turn))]);
    if (turn % 50 === 49) await noteHeads(services);
  }
  return { services, facts: { head: await newestHead(services) } };
});

/** Services with so many events, heads noted after every fifty; and the head of them all. */
export async function trailOf(count: number): Promise<{ services: Services; head: Head }> {
  const { services, facts } = await filled(count);
  return { services, ...facts };
}

/** The head of the installation once every chain’s is in it. */
export async function newestHead(services: Services): Promise<Head> {
  await noteHeads(services);
  const head = await loadHead(services.engine.db, INSTALLATION);
  if (head === null) throw new Error('the trail is empty');
  return head;
}

/** A copy of the whole database that nothing protects; of such a copy, another is made sooner. */
export function unprotectedCopy(content: Buffer): Database.Database {
  const bytes = Buffer.from(content);
  // A database in memory has no log beside it (file format, bytes 18 and 19).
  bytes.fill(1, 18, 20);
  const copy = new Database(bytes);
  const triggers = copy.prepare("select name from sqlite_schema where type = 'trigger'").pluck();
  for (const name of triggers.all()) copy.exec(`drop trigger "${String(name)}"`);
  copy.exec('drop index if exists audit_events_place');
  return copy;
}

/** What verification finds in a database, given these heads. */
export function verified(
  connection: Database.Database,
  { trail }: Services['config'],
  heads: readonly Head[],
): TrailReport {
  const stored = storedTrail(connection);
  if (stored === null) throw new Error('the trail has no seals');
  const { check } = openTrailSeal(trail.key, trail.oldKeys);
  const reading = readTrail({ check, heads, checkpoints: stored.checkpoints });
  for (const event of stored.events) reading.take(event);
  return reading.report();
}
