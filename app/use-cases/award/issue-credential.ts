// Signs what anyone may take away: the credential of a published award, and the list that says which do
// not hold any longer. The same key and the same facts give the same text.
import { lastDay } from '#app/domain/award/award.ts';
import {
  awardCredential,
  keyName,
  STATUS_LIST_BITS,
  statusListCredential,
} from '#app/domain/formats/credential-claims.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { listWithdrawnPlaces } from '#db/repositories/award/signing-keys.ts';
import { loadPublished } from '#db/repositories/award/register-rows.ts';
import { signingKey } from './credential-keys.ts';

type Given = Pick<Services, 'engine' | 'config' | 'clock' | 'credentials' | 'library'>;

const HOUR = 3_600_000;
/** A status list is good for so long after the hour in which it was given out. */
const LIST_HOURS = 24;
/** Before the first withdrawal a list is as old as the standard allows it to look. */
const BEGINNING = '2026-01-01T00:00:00.000Z';

/** The credential of an award as a JWT; none for an award that is withdrawn. */
export async function issueCredential(
  services: Given,
  number: string,
): Promise<
  Result<string, { readonly code: 'not-found' } | { readonly code: 'already-withdrawn' }>
> {
  const award = await loadPublished(services.engine.db, number);
  if (award === null) return refused({ code: 'not-found' });
  if (award.withdrawnAt !== null) return refused({ code: 'already-withdrawn' });
  const charter = services.library.versions.get(award.charter)?.charter;
  const level = charter?.levels.find(({ id }) => id === award.level);
  const claims = awardCredential(
    {
      ...award,
      charterTitle: charter?.title ?? award.charter,
      levelLabel: level?.label ?? award.level,
      means: level?.means ?? award.level,
      lastDay: lastDay(award),
    },
    services.config,
    secondsOf,
  );
  return ok(await signed(services, claims));
}

/** A status list as a JWT; null where there is none of this number. */
export async function issueStatusList(services: Given, list: number): Promise<string | null> {
  const from = (list - 1) * STATUS_LIST_BITS;
  if (!Number.isSafeInteger(list) || list < 1 || list > MOST_LISTS) return null;
  const withdrawn = await listWithdrawnPlaces(services.engine.db, {
    from,
    to: from + STATUS_LIST_BITS - 1,
  });
  const positions = withdrawn.map(({ statusIndex }) => statusIndex - from);
  const changes = withdrawn.map(({ withdrawnAt }) => withdrawnAt ?? BEGINNING);
  const hour = Math.floor(services.clock().getTime() / HOUR) * HOUR;
  const claims = statusListCredential(
    {
      list,
      encodedList: services.credentials.encodeStatusList(positions, STATUS_LIST_BITS),
      validFrom: wholeSeconds(changes.toSorted().at(-1) ?? BEGINNING),
      validUntil: wholeSeconds(new Date(hour + LIST_HOURS * HOUR).toISOString()),
    },
    services.config,
    secondsOf,
  );
  return signed(services, claims);
}

/** More lists than this would be more awards than there are organisations many times over. */
const MOST_LISTS = 100;

async function signed(services: Given, claims: object): Promise<string> {
  const key = await signingKey(services);
  return services.credentials.sign(claims, key, keyName(services.config, key.id));
}

function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

function wholeSeconds(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}
