// What an organisation answers once: one set of answers for each round and version of a charter, who uses it, and
// which of its departments signed with older answers.
import { changedSince } from '#app/domain/assessment/organisation-answers.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import {
  asksOrganisation,
  organisationCriteria,
  organisationFacts,
} from '#app/domain/charter/scope.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import {
  listSharedCopies,
  listSharedOf,
  listSharedRows,
  type SharedRows,
} from '#db/repositories/assessment/shared-rows.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { ORGANISATION_SET } from '#words/assessment/organisation-answers.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

/** The page; null for whoever has no role in the whole organisation. */
export async function organisationAnswersPage(given: Given, actor: Actor, id: string) {
  const { db } = given.engine;
  const itself = { organisation: id, department: ORGANISATION_ITSELF };
  const found = await loadOrganisation(db, id);
  if (found === null || !mayWithAssessment(actor, 'read', itself)) return null;
  const heads = await listAssessments(db, { organisations: [id], departments: [] });
  const sets = await listSharedOf(db, [id]);
  const rows = await listSharedRows(
    db,
    sets.map(({ assessment }) => assessment.id),
  );
  const signed = heads.filter(({ assessment }) => assessment.state !== 'draft');
  const copies = await listSharedCopies(
    db,
    signed.map(({ assessment }) => assessment.id),
  );
  const users = heads.map(({ assessment, department }) => ({
    place: placeKey(assessment),
    id: assessment.id,
    label: labelOf({ department, name: assessment.name }),
    copy: copies.get(assessment.id) ?? null,
  }));
  const places = await placesIn(given, [...heads, ...sets]);
  return {
    id,
    name: found.organisation.name,
    mayAnswer: mayWithAssessment(actor, 'answer', itself),
    sets: places.map(({ charter, name, round }) => {
      const key = placeKey({ charter: name, roundId: round.id });
      const set =
        sets.find(({ assessment }) => placeKey(assessment) === key)?.assessment.id ?? null;
      const now = rows.get(set ?? '') ?? NOTHING;
      const theirs = {
        criteria: organisationCriteria(charter),
        asked: organisationFacts(charter),
      };
      return {
        key,
        id: set,
        charter: name,
        roundId: round.id,
        title: charterTitle(charter),
        round: round.name,
        closesAt: round.closesAt,
        answered: now.answers.filter((row) => row.claimed !== null || row.notApplicable !== null)
          .length,
        all: theirs.criteria.size,
        usedBy: users
          .filter(({ place }) => place === key)
          .map((user) => ({
            id: user.id,
            label: user.label,
            standing: standingOf(user.copy, now, theirs),
          })),
      };
    }),
  };
}

export type OrganisationAnswersPage = NonNullable<
  Awaited<ReturnType<typeof organisationAnswersPage>>
>;

const NOTHING: SharedRows = { answers: [], evidence: [], facts: [] };

function placeKey(place: { readonly charter: string; readonly roundId: string | null }): string {
  return `${place.charter} ${place.roundId ?? ''}`;
}

type Theirs = Parameters<typeof changedSince>[0];

function standingOf(signed: SharedRows | null, now: SharedRows, theirs: Theirs): string {
  if (signed === null) return ORGANISATION_SET.follows;
  const changed = changedSince(theirs, { signed, now });
  return changed.criteria.length === 0 && !changed.facts
    ? ORGANISATION_SET.copied
    : ORGANISATION_SET.older(changed.criteria);
}

type Head = { readonly assessment: { readonly charter: string; readonly roundId: string | null } };

/** Every round that is not over and whatever is used in one, with each version that asks the organisation something. */
async function placesIn({ engine, library, clock }: Given, heads: readonly Head[]) {
  const now = clock().toISOString();
  return (await listRounds(engine.db))
    .flatMap((round) => {
      const used = heads
        .filter(({ assessment }) => assessment.roundId === round.id)
        .map(({ assessment }) => assessment.charter);
      const open = round.closesAt > now ? [round.charter] : [];
      return [...new Set([...open, ...used])].map((name) => ({ round, name }));
    })
    .flatMap(({ round, name }) => {
      const charter = library.versions.get(name)?.charter;
      return charter === undefined || !asksOrganisation(charter) ? [] : [{ round, name, charter }];
    });
}
