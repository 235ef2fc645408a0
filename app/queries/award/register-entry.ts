// One award as lists, the interface and the feed of the register show it.
import { awardState, type AwardState, lastDay } from '#app/domain/award/award.ts';
import { formerNames, successorOf } from '#app/domain/award/organisation-names.ts';
import { charterIdOf } from '#app/domain/award/register-words.ts';
import type { Services } from '#app/services.server.ts';
import {
  loadWithSuccessors,
  type OrganisationsWithEvents,
} from '#db/repositories/award/organisation-history.ts';
import type { PublishedAward } from '#db/repositories/award/register-rows.ts';
import type { Db } from '#db/store.ts';
import { levelSteps, type LevelSteps } from '#reports/level-steps.ts';
import { levelOf } from '#words/kit/wording.ts';

export type RegisteredOrganisationView = {
  readonly id: string;
  readonly odsCode: string | null;
  /** The name on the award. */
  readonly name: string;
  /** The present name, where it is another. */
  readonly nowCalled: string | null;
  /** Names before the present one, the latest first. */
  readonly formerly: readonly string[];
  /** What it became part of; null = it stands by itself. */
  readonly nowPartOf: { readonly id: string; readonly name: string } | null;
};

export type RegisterEntry = {
  readonly number: string;
  readonly organisation: RegisteredOrganisationView;
  readonly department: string;
  readonly charter: { readonly id: string; readonly version: string; readonly title: string };
  readonly level: {
    readonly id: string;
    readonly label: string;
    readonly steps: LevelSteps;
  };
  readonly awardedOn: string;
  readonly validUntil: string;
  /** The last day of the grace period; null = none. */
  readonly graceUntil: string | null;
  /** The last day on which it holds. */
  readonly lastDay: string;
  readonly state: AwardState;
  readonly publishedAt: string;
  readonly withdrawnAt: string | null;
};

type Given = { readonly db: Db; readonly library: Services['library']; readonly today: string };

/** The awards with the names of their places, charters and levels. */
export async function registerEntries(
  { db, library, today }: Given,
  awards: readonly PublishedAward[],
): Promise<readonly RegisterEntry[]> {
  const places = await loadWithSuccessors(
    db,
    awards.map(({ organisationId }) => organisationId),
  );
  return awards.map((award) => {
    const found = library.versions.get(award.charter)?.charter;
    const label = found === undefined ? undefined : levelOf(found, award.level)?.label;
    return {
      number: award.number,
      organisation: organisationView(places, award.organisationId, award.organisation),
      department: award.department,
      charter: {
        id: charterIdOf(award.charter),
        version: award.charter.split('@')[1] ?? '',
        title: found?.title ?? award.charter,
      },
      level: {
        id: award.level,
        label: label ?? award.level,
        steps: levelSteps(found?.levels ?? [], award.level),
      },
      awardedOn: award.awardedOn,
      validUntil: award.validUntil,
      graceUntil: award.graceUntil,
      lastDay: lastDay(award),
      state: awardState(award, today),
      publishedAt: award.publishedAt,
      withdrawnAt: award.withdrawnAt,
    };
  });
}

/** An organisation by the name that it had, with what it is called and belongs to now. */
export function organisationView(
  { organisations, events }: OrganisationsWithEvents,
  id: string,
  name: string,
): RegisteredOrganisationView {
  const now = organisations.get(id);
  const into = organisations.get(successorOf(id, events) ?? '');
  return {
    id,
    odsCode: now?.odsCode ?? null,
    name,
    nowCalled: now === undefined || now.name === name ? null : now.name,
    formerly: now === undefined ? [] : formerNames(now, events),
    nowPartOf: into === undefined ? null : { id: into.id, name: into.name },
  };
}
