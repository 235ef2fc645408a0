// Renames an organisation, says what it became part of, sets its ODS code; for charter administrators. Its
// published awards, and those of what became part of it, are found by the new words from the same commit on.
import {
  checkMerge,
  checkHolder,
  checkOdsCode,
  checkRename,
  type OrganisationChangeProblem,
} from '#app/domain/award/organisation-change.ts';
import { type OrganisationEvent, successorOf } from '#app/domain/award/organisation-names.ts';
import { unconfirmed } from '#app/domain/confirmation.ts';
import { checkUnused } from '#app/domain/place-name.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  listOrganisations,
  loadOrganisation,
  stillSoManyOrganisations,
} from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  insertOrganisationEvent,
  listLineage,
  loadOrganisationBy,
  loadWithSuccessors,
  type OrganisationRow,
  updateOrganisation,
} from '#db/repositories/award/organisation-history.ts';
import { listPublishedIn } from '#db/repositories/award/register-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { registerWritesFor } from './register-award.ts';

export type ChangeOrganisationProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | OrganisationChangeProblem;

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'newId'>;
type Changed = Result<null, ChangeOrganisationProblem>;

/** The organisation has another name from a day on, which has come. */
export async function renameOrganisation(
  services: Given,
  actor: Actor,
  command: { readonly organisation: string; readonly name: string; readonly on: string | null },
): Promise<Changed> {
  return change(services, { actor, id: command.organisation }, async (row, at) => {
    const checked = checkRename(row.name, { ...command, today: londonDay(at) });
    if (!checked.ok) return checked;
    const { name, on } = checked.value;
    const others = await otherOrganisations(services, row.id);
    const unused = checkUnused(name, others.standing);
    if (!unused.ok) return unused;
    const event = eventOf(row, { kind: 'renamed', into: null, happenedOn: on });
    return ok({
      after: { ...row, name },
      event,
      writes: [
        stillSoManyOrganisations(others.all),
        updateOrganisation(row, { name }),
        eventWrite(services, { event, at, actor }),
      ],
      told: { event: 'organisation-renamed', details: { on } },
    });
  });
}

export type MergeCommand = {
  readonly organisation: string;
  readonly into: string;
  readonly on: string | null;
  /** What its confirmation page gave back; '' = it was not shown yet. */
  readonly confirmed: string;
};

/** The other organisations: how many there are in all, and those that are part of no other. */
async function otherOrganisations({ engine: { db } }: Given, id: string) {
  const all = await listOrganisations(db);
  const ids = all.map((one) => one.id);
  const { events } = await loadWithSuccessors(db, ids);
  const standing = all.filter((one) => one.id !== id && successorOf(one.id, events) === null);
  return { all: all.length, standing };
}

/** The organisation is part of another from a day on, which has come; it is confirmed first. */
export async function mergeOrganisation(
  services: Given,
  actor: Actor,
  command: MergeCommand,
): Promise<Changed> {
  const { db } = services.engine;
  return change(services, { actor, id: command.organisation }, async (row, at) => {
    const successor = await loadOrganisation(db, command.into);
    const { events } = await loadWithSuccessors(db, [row.id, command.into]);
    const into = successor?.organisation.id ?? null;
    const today = londonDay(at);
    const checked = checkMerge({ id: row.id, into, on: command.on, today, events });
    if (!checked.ok) return checked;
    const { on } = checked.value;
    const affects = [row.id, checked.value.into, on];
    const asked = unconfirmed({ confirmed: command.confirmed, affects, twice: false });
    if (asked !== null) return asked;
    const event = eventOf(row, { kind: 'merged', into: checked.value.into, happenedOn: on });
    return ok({
      after: row,
      event,
      writes: [
        updateOrganisation(row, { name: row.name }),
        eventWrite(services, { event, at, actor }),
      ],
      told: { event: 'organisation-merged', details: { on, into: checked.value.into } },
    });
  });
}

/** The organisation has this ODS code; an empty one takes it away. */
export async function setOdsCode(
  services: Given,
  actor: Actor,
  command: { readonly organisation: string; readonly odsCode: string },
): Promise<Changed> {
  return change(services, { actor, id: command.organisation }, async (row) => {
    const checked = checkOdsCode(command.odsCode);
    if (!checked.ok) return checked;
    const odsCode = checked.value;
    const holder = odsCode === null ? null : await loadOrganisationBy(services.engine.db, odsCode);
    const free = checkHolder(row.id, holder);
    if (!free.ok) return free;
    return ok({
      after: { ...row, odsCode },
      event: null,
      writes: [updateOrganisation(row, { odsCode })],
      told: { event: 'organisation-code-set', details: {} },
    });
  });
}

type Decided = {
  /** The organisation as it is to be. */
  readonly after: OrganisationRow;
  readonly event: OrganisationEvent | null;
  readonly writes: readonly Write[];
  readonly told: {
    readonly event: string;
    readonly details: Readonly<Record<string, string>>;
  };
};

type Decide = (
  row: OrganisationRow,
  at: string,
) => Promise<Result<Decided, OrganisationChangeProblem>>;

async function change(
  services: Given,
  { actor, id }: { readonly actor: Actor; readonly id: string },
  decide: Decide,
): Promise<Changed> {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'record-organisation-changes')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const found = await loadOrganisation(engine.db, id);
    if (found === null) return refused({ code: 'not-found' });
    const at = clock().toISOString();
    const decided = await decide(found.organisation, at);
    if (!decided.ok) return decided;
    const { writes, told } = decided.value;
    await engine.commit([
      ...writes,
      ...(await wordsAfter(services, decided.value)),
      audit({ at, actor: actor.id, organisation: id, subject: id, ...told }),
    ]);
    return ok(null);
  });
}

// The words of every award that is found by this organisation's names, as they are to be.
async function wordsAfter(services: Given, { after, event }: Decided): Promise<readonly Write[]> {
  const { db } = services.engine;
  const lineage = await listLineage(db, after.id);
  const wanted = event?.into === null || event === null ? lineage : [...lineage, event.into];
  const places = await loadWithSuccessors(db, wanted);
  const asTheyAreToBe = {
    organisations: new Map([...places.organisations, [after.id, after] as const]),
    events: event === null ? places.events : [...places.events, event],
  };
  const awards = await listPublishedIn(db, lineage);
  return awards.flatMap((award) => registerWritesFor(services, award, asTheyAreToBe));
}

function eventOf(
  { id, name }: OrganisationRow,
  given: Pick<OrganisationEvent, 'kind' | 'into' | 'happenedOn'>,
): OrganisationEvent {
  return { organisationId: id, nameBefore: name, ...given };
}

type Stamp = { readonly event: OrganisationEvent; readonly at: string; readonly actor: Actor };

function eventWrite({ newId }: Given, { event, at, actor }: Stamp): Write {
  return insertOrganisationEvent({ ...event, id: newId(), createdAt: at, createdBy: actor.id });
}
