// Plays the demo's content through the same use cases as people use: places, accounts, assessments with
// their answers, evidence, counts and actions. Anything refused stops the demo with its reason.
import { assessmentOf } from '#app/domain/assessment/assessment-file.ts';
import type { EvidenceItem } from '#app/domain/assessment/answer.ts';
import type { Actor, Membership } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { StoredFile } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { addDepartment, addOrganisation } from '#app/use-cases/administer-places.ts';
import { createPasswordLink } from '#app/use-cases/create-password-link.ts';
import { createPerson } from '#app/use-cases/create-person.ts';
import { fillAssessment } from '#app/use-cases/fill-assessment.ts';
import { setPassword } from '#app/use-cases/set-password.ts';
import { startAssessment } from '#app/use-cases/start-assessment.ts';
import type { DemoAssessment, DemoContent, DemoPerson } from './content.ts';
import { addRound, type Started } from './seed-round.ts';
import { addTogether } from './seed-together.ts';
import { evidenceBytes, evidenceMediaType } from './evidence-bytes.ts';

type Places = {
  readonly organisations: ReadonlyMap<string, string>;
  /** By `organisation/department` of the content. */
  readonly departments: ReadonlyMap<string, string>;
};

/** Fills an empty database. Everyone gets the same password. */
export async function seedDemo(
  services: Services,
  content: DemoContent,
  password: string,
): Promise<void> {
  const isAdministrator = ({ roles }: DemoPerson) =>
    roles.some(({ role }) => role === 'charter-administrator');
  const administrators = content.people.filter(isAdministrator);
  const nowhere: Places = { organisations: new Map(), departments: new Map() };
  const people = new Map<string, Actor>();
  for (const person of administrators) {
    people.set(person.email, await addPerson(services, { person, places: nowhere, password }));
  }
  const [administrator] = people.values();
  if (administrator === undefined) throw new Error('the demo needs a charter administrator');
  const places = await addPlaces(services, administrator, content);
  for (const person of content.people.filter((one) => !isAdministrator(one))) {
    people.set(person.email, await addPerson(services, { person, places, password }));
  }
  const assessments: Started[] = [];
  for (const assessment of content.assessments) {
    assessments.push(await addAssessment(services, { content, assessment, places, people }));
  }
  const [first] = assessments;
  if (first !== undefined) {
    await addRound(services, administrator, { charter: first.charter, assessments });
  }
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
  readonly content: DemoContent;
  readonly assessment: DemoAssessment;
  readonly places: Places;
  readonly people: ReadonlyMap<string, Actor>;
};

async function addAssessment(services: Services, given: AssessmentGiven): Promise<Started> {
  const { assessment, places, people } = given;
  const { organisation, department, lead: leadEmail, content: file, writers } = assessment;
  const person = (email: string): Actor => {
    const found = people.get(email);
    if (found === undefined) throw new Error(`nobody has the address ${email}`);
    return found;
  };
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
  done(
    await fillAssessment(services, {
      assessmentId,
      lead,
      content: assessmentOf(file),
      writers: new Map(named),
      stored: (item) => storedFile(services, given.content, item),
    }),
  );
  await addTogether(services, { assessment, assessmentId, place, person });
  return { assessmentId, lead, charter: file.charter };
}

async function storedFile(
  { files }: Services,
  { evidence }: DemoContent,
  item: EvidenceItem,
): Promise<StoredFile | null> {
  if (item.file === null) return null;
  const content = evidence.get(item.file);
  if (content === undefined) return null;
  const bytes = await evidenceBytes(content);
  const mediaType = evidenceMediaType[content.kind];
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

/** The value of a decision; the demo stops where one was refused. */
function done<T, P extends { readonly code: string }>(result: Result<T, P>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo could not be made: ${JSON.stringify(result.problem)}`);
}
