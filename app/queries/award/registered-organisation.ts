// An organisation in the register: its names, what it became part of, what became part of it, its awards.
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import type { RegisterPlace } from '#app/domain/award/register-place.ts';
import type { Services } from '#app/services.server.ts';
import {
  listPredecessors,
  loadOrganisationBy,
  loadWithSuccessors,
} from '#db/repositories/award/organisation-history.ts';
import { organisationView } from './register-entry.ts';
import { findEntries } from './register-page.ts';

type Given = Pick<Services, 'engine' | 'library'>;
type Asked = {
  /** Its id or its ODS code. */
  readonly organisation: string;
  readonly after: RegisterPlace | null;
  readonly size: number;
  readonly today: string;
};

/**
 * The organisation with its awards, and those of what became part of it; null where there is none, or
 * no published award.
 */
export async function registeredOrganisation(
  given: Given,
  { organisation, after, size, today }: Asked,
) {
  const { db } = given.engine;
  const row = await loadOrganisationBy(db, organisation);
  if (row === null) return null;
  const filter = { ...EVERYTHING, organisation: row.id };
  const found = await findEntries(given, { filter, after, size, today });
  if (found.entries.length === 0) return null;
  const places = await loadWithSuccessors(db, [row.id]);
  const predecessors = await listPredecessors(db, row.id);
  return {
    ...organisationView(places, row.id, row.name),
    predecessors: predecessors.map(({ id, name }) => ({ id, name })),
    ...found,
    isFirst: after === null,
  };
}

export type RegisteredOrganisationPage = NonNullable<
  Awaited<ReturnType<typeof registeredOrganisation>>
>;
