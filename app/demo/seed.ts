// Plays the demo's content through the same use cases as people use: places, accounts, assessments with
// their answers, evidence, counts and actions. Anything refused stops the demo with its reason.
import { type AssessmentFile, assessmentOf } from '#app/domain/formats/assessment-file.ts';
import type { EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Actor, Membership } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { StoredFile } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { addDepartment, addOrganisation } from '#app/use-cases/administration/administer-places.ts';
import {
  beginAuthenticator,
  finishAuthenticator,
} from '#app/use-cases/accounts/change-authenticator.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { fillAssessment } from '#app/use-cases/submission/fill-assessment.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { beginOrganisationAnswers } from '#app/use-cases/assessment/begin-organisation-answers.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import type {
  DemoAssessment,
  DemoContent,
  DemoOrganisationAnswers,
  DemoPerson,
} from './content.ts';
import { done } from './done.ts';
import { addReviews, onDay } from './seed-reviews.ts';
import { addRound, type Started } from './seed-round.ts';
import { addTogether } from './seed-together.ts';
import { evidenceBytes, evidenceMediaType } from './evidence-bytes.ts';

type Places = {
  readonly organisations: ReadonlyMap<string, string>;
  /** By `organisation/department` of the content. */
  readonly departments: ReadonlyMap<string, string>;
};

/** Everybody has their account since then, so that what they did long ago can be theirs. */
const FIRST_DAY = -600;

/** Fills an empty database. Everyone gets the same password. */
export async function seedDemo(
  services: Services,
  content: DemoContent,
  password: string,
): Promise<void> {
  const then = onDay(services, FIRST_DAY);
  const isAdministrator = ({ roles }: DemoPerson) =>
    roles.some(({ role }) => role === 'charter-administrator');
  const administrators = content.people.filter(isAdministrator);
  const nowhere: Places = { organisations: new Map(), departments: new Map() };
  const people = new Map<string, Actor>();
  for (const person of administrators) {
    people.set(person.email, await addPerson(then, { person, places: nowhere, password }));
  }
  const [administrator] = people.values();
  if (administrator === undefined) throw new Error('the demo needs a charter administrator');
  const places = await addPlaces(then, administrator, content);
  const others = content.people.filter((one) => !isAdministrator(one));
  // Side by side, because most of it is waiting for the hashes of passwords; meanwhile files are drawn.
  const accounts = Promise.all(
    others.map((person) => addPerson(then, { person, places, password })),
  );
  const evidence = await drawnEvidence(content);
  for (const person of await accounts) people.set(person.email, person);
  await addAssessments(services, { content, evidence, administrator, places, people, password });
  for (const { email } of content.people.filter(({ secondFactor }) => secondFactor)) {
    await addAuthenticator(services, personIn(people, email), password);
  }
}

// The first page of the demo plays the app in which they have set it up.
async function addAuthenticator(services: Services, actor: Actor, password: string): Promise<void> {
  const { authenticators, clock } = services;
  const { sealed } = done(await beginAuthenticator(services, actor, { password }));
  const code = authenticators.codeAt({ sealed, userId: actor.id }, clock().getTime()) ?? '';
  done(await finishAuthenticator(services, actor, { code, session: '' }));
}

type Drawn = ReadonlyMap<string, { readonly mediaType: string; readonly bytes: Uint8Array }>;

async function drawnEvidence({ evidence }: DemoContent): Promise<Drawn> {
  const drawn = new Map<string, { mediaType: string; bytes: Uint8Array }>();
  for (const [name, content] of evidence) {
    const mediaType = evidenceMediaType[content.kind];
    drawn.set(name, { mediaType, bytes: await evidenceBytes(content) });
  }
  return drawn;
}

type Everybody = {
  readonly content: DemoContent;
  readonly evidence: Drawn;
  readonly administrator: Actor;
  readonly places: Places;
  readonly people: ReadonlyMap<string, Actor>;
  readonly password: string;
};

// What was submitted comes first, because it began before the drafts.
async function addAssessments(services: Services, everybody: Everybody): Promise<void> {
  const { content, administrator, people, password } = everybody;
  const { reviews } = content;
  await addReviews(services, {
    reviews,
    administrator,
    password,
    person: (email) => personIn(people, email),
    sponsorOf: ({ organisation }) => personIn(people, sponsorOf(content, organisation)),
    assessment: (file) => assessmentIn(content, file),
    start: (then, assessment) => addAssessment(then, { ...everybody, assessment }),
  });
  const drafts: Started[] = [];
  for (const assessment of content.assessments) {
    if (reviews.submissions.some(({ file }) => file === assessment.file)) continue;
    drafts.push(await addAssessment(services, { ...everybody, assessment }));
  }
  const [first] = drafts;
  if (first === undefined) return;
  const { charter } = first;
  await addRound(services, administrator, { name: 'Spring round', charter, assessments: drafts });
  for (const said of content.organisationAnswers) {
    await addOrganisationAnswers(services, { ...everybody, said, drafts });
  }
}

type Said = Everybody & {
  readonly said: DemoOrganisationAnswers;
  readonly drafts: readonly Started[];
};

/** A round of their version, and what the whole organisation answers in it. */
async function addOrganisationAnswers(services: Services, given: Said): Promise<void> {
  const { said, drafts, administrator, places, people, evidence } = given;
  const { charter } = said.content;
  const meant = { name: 'First round of version 2', charter, assessments: drafts };
  const { id: roundId } = await addRound(services, administrator, meant);
  const lead = personIn(people, said.lead);
  const organisationId = places.organisations.get(said.organisation) ?? '';
  const begun = await beginOrganisationAnswers(services, lead, {
    organisationId,
    charter,
    roundId,
  });
  await fill(services, { assessmentId: done(begun).id, lead, content: said.content, evidence });
}

type Filled = Pick<Parameters<typeof fillAssessment>[1], 'assessmentId' | 'lead'> & {
  readonly content: AssessmentFile;
  readonly writers?: ReadonlyMap<string, Actor>;
  readonly evidence: Drawn;
};

async function fill(
  services: Services,
  { content, evidence, writers = new Map(), ...command }: Filled,
): Promise<void> {
  done(
    await fillAssessment(services, {
      ...command,
      writers,
      content: assessmentOf(content),
      stored: (item) => storedFile(services, evidence, item),
    }),
  );
}

function personIn(people: ReadonlyMap<string, Actor>, email: string): Actor {
  const found = people.get(email);
  if (found === undefined) throw new Error(`nobody has the address ${email}`);
  return found;
}

function assessmentIn({ assessments }: DemoContent, file: string): DemoAssessment {
  const found = assessments.find((one) => one.file === file);
  if (found === undefined) throw new Error(`there is no assessment ${file}`);
  return found;
}

function sponsorOf({ people }: DemoContent, organisation: string): string {
  const sponsor = people.find(({ roles }) =>
    roles.some(
      (role) =>
        role.role === 'executive-sponsor' &&
        'organisation' in role &&
        role.organisation === organisation,
    ),
  );
  return sponsor?.email ?? '';
}

async function addPlaces(
  services: Services,
  administrator: Actor,
  { organisations }: DemoContent,
): Promise<Places> {
  const ids = new Map<string, string>();
  const departments = new Map<string, string>();
  for (const place of organisations) {
    const { id: organisation } = done(await addOrganisation(services, administrator, place));
    ids.set(place.id, organisation);
    for (const { id, name } of place.departments) {
      const added = done(await addDepartment(services, administrator, { organisation, name }));
      departments.set(`${place.id}/${id}`, added.id);
    }
  }
  return { organisations: ids, departments };
}

async function addPerson(
  services: Services,
  given: { readonly person: DemoPerson; readonly places: Places; readonly password: string },
): Promise<Actor> {
  const { name, email, roles } = given.person;
  const memberships = roles.map((role) => membershipOf(role, given.places));
  const created = done(await createPerson(services, { name, email, memberships }, OPERATOR));
  const link = done(await createPasswordLink(services, { userId: created.id }, OPERATOR));
  const { token } = link;
  done(await setPassword(services, { token, password: given.password }));
  return { id: created.id, name, email, memberships };
}

function membershipOf(role: DemoPerson['roles'][number], places: Places): Membership {
  if (!('organisation' in role)) return { role: role.role, organisation: null, department: null };
  const { organisation, department } = role;
  return {
    role: role.role,
    organisation: places.organisations.get(organisation) ?? null,
    department:
      department === undefined
        ? null
        : (places.departments.get(`${organisation}/${department}`) ?? null),
  };
}

type AssessmentGiven = {
  readonly evidence: Drawn;
  readonly assessment: DemoAssessment;
  readonly places: Places;
  readonly people: ReadonlyMap<string, Actor>;
};

async function addAssessment(services: Services, given: AssessmentGiven): Promise<Started> {
  const { assessment, places, people } = given;
  const { organisation, department, lead: leadEmail, content: file, writers } = assessment;
  const person = (email: string): Actor => personIn(people, email);
  const lead = person(leadEmail);
  const place = {
    organisation: places.organisations.get(organisation) ?? '',
    department: places.departments.get(`${organisation}/${department}`) ?? '',
  };
  const { id: assessmentId } = done(
    await startAssessment(services, lead, {
      department: place.department,
      charter: file.charter,
      targetLevel: file.targetLevel ?? '',
    }),
  );
  const named = [...writers].map(([criterion, email]) => [criterion, person(email)] as const);
  const { evidence } = given;
  await fill(services, { assessmentId, lead, content: file, writers: new Map(named), evidence });
  await addTogether(services, { assessment, assessmentId, place, person });
  const { movesTo: to } = assessment;
  if (to !== undefined) await move(services, lead, { assessmentId, to });
  return { assessmentId, lead, charter: to ?? file.charter };
}

async function move(
  services: Services,
  lead: Actor,
  given: { readonly assessmentId: string; readonly to: string },
): Promise<void> {
  const view = await assessmentView(services, lead, given.assessmentId);
  const readVersion = view?.version ?? 0;
  done(await moveToVersion(services, lead, { ...given, readVersion }));
}

async function storedFile(
  { files }: Services,
  evidence: Drawn,
  item: EvidenceItem,
): Promise<StoredFile | null> {
  if (item.file === null) return null;
  const drawn = evidence.get(item.file);
  if (drawn === undefined) return null;
  const { mediaType, bytes } = drawn;
  const received = done(
    await files.receive(
      (async function* whole() {
        yield bytes;
      })(),
      async (): Promise<Result<null, never>> => ok(null),
    ),
  );
  const { id, size, sha256 } = received;
  return { id, name: item.file, mediaType, size, sha256 };
}
