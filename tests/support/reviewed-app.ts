// The demo's Maternity assessment, submitted and before a panel, in the data folder of a started service.
// Angharad, on the panel, works at the trust that it comes from.
import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { readConfig } from '#app/config.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { openServices, type Services } from '#app/services.server.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { type AppServer, startApp } from './app-server.ts';
import { valueOf } from './http.ts';
import { PEOPLE } from './people.ts';
import { criteriaOf, done, panelOf, submitAgain } from './review.ts';
import { sharedParts, withAnyPassword } from './services.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export const PANEL = {
  chair: PEOPLE.chair,
  kwabena: PEOPLE.panelMember,
  orla: 'orla.mcallister@panel.example',
  angharad: 'angharad.okpararees@panel.example',
} as const;

export type ReviewedApp = {
  readonly app: AppServer;
  readonly review: string;
  readonly panel: string;
  readonly assessment: string;
  readonly criteria: readonly string[];
  readonly evidence: string;
};

/** The person of the demo with this address, as the use cases know them. */
export async function actorOf({ engine }: Services, email: string): Promise<Actor> {
  const person = await findPersonByEmail(engine.db, email);
  if (person === null) throw new Error(`nobody has the address ${email}`);
  return { ...person, memberships: await loadMemberships(engine.db, person.id) };
}

/** Services on a copy of the seeded data folder, for what comes before a test. */
export async function prepared(): Promise<{
  /** Takes every password. */
  services: Services;
  /** As it is, for people who sign in later. */
  real: Services;
  folder: string;
}> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-app-'));
  cpSync(inject('dataFolder'), folder, { recursive: true });
  const config = readConfig({ MODE: 'test', DATA_DIR: folder }, ROOT);
  const real = await openServices(config, ROOT, {
    ...(await sharedParts(config)),
    log: () => {},
  });
  real.engine.connection.pragma('synchronous = OFF');
  return { services: withAnyPassword(real), real, folder };
}

/** The service with a review in which nobody has done anything yet. */
export async function reviewedApp(): Promise<ReviewedApp> {
  const { services, folder } = await prepared();
  const assessment = valueOf(
    folder,
    'select a.id from assessments a join departments d on d.id = a.department_id where d.name like ?',
    'Maternity%',
  );
  const lead = await actorOf(services, PEOPLE.otherDepartment);
  const sponsor = await actorOf(services, PEOPLE.sponsor);
  const administrator = await actorOf(services, PEOPLE.administrator);
  await submitAgain(services, { lead, sponsor, assessmentId: assessment });
  const [submission] = await listSubmissions(services.engine.db, assessment);
  const seat = async (email: string, as: 'chair' | 'reviewer') => ({
    person: await actorOf(services, email),
    seat: as,
    statistics: true,
  });
  const panel = await panelOf({ services, administrator }, [
    await seat(PANEL.chair, 'chair'),
    await seat(PANEL.kwabena, 'reviewer'),
    await seat(PANEL.orla, 'reviewer'),
    await seat(PANEL.angharad, 'reviewer'),
  ]);
  const command = { panelId: panel, submissionId: submission?.id ?? '', ratingsDueAt: null };
  const { id: review } = done(await openReview(services, administrator, command));
  const criteria = criteriaOf(services);
  services.close();
  const app = await startApp({ folder });
  const evidence = valueOf(
    folder,
    'select id from evidence where assessment_id = ? and file_id is not null',
    assessment,
  );
  return { app, review, panel, assessment, criteria, evidence };
}
