// The access review: who has an account, with which roles, when they were last here, and how they prove who
// they are. For charter administrators.
import { ACCESS_REVIEW } from '#words/people/people-pages.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { addDays } from '#app/domain/calendar-entries.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { roleText } from '#words/people/role-text.ts';
import type { Services } from '#app/services.server.ts';
import {
  type Account,
  countAccounts,
  listAccounts,
} from '#db/repositories/people/access-review.ts';
import { pageOf, placeOfPage } from '#app/queries/kit/page-of.ts';

const PAGE_SIZE = 50;
const LONG_DAYS = 90;

/** What the list can be narrowed to. */
export const SHOWN = ['everybody', 'body', 'no-factor', 'not-lately', 'no-role', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

export type PeopleFilter = {
  /** A part of a name, an address or a place; '' = any. */
  readonly text: string;
  readonly show: Shown;
};

type Given = Pick<Services, 'engine' | 'clock'>;

/** Those who are like that, by name; null for anyone but an administrator. */
export async function peopleReview({ engine, clock }: Given, actor: Actor, filter: PeopleFilter) {
  if (!mayAdminister(actor, 'read-people')) return null;
  const longAgo = addDays(londonDay(clock().toISOString()), -LONG_DAYS);
  const rows = (await listAccounts(engine.db)).filter((account) =>
    isShown(account, filter, longAgo),
  );
  return rows.map(shownAccount);
}

export type ReviewedPerson = ReturnType<typeof shownAccount>;

/** One page of them. */
export async function peoplePage(
  services: Given,
  actor: Actor,
  { filter, page }: { readonly filter: PeopleFilter; readonly page: number },
) {
  const wanted = { page, size: PAGE_SIZE };
  if (filter.show === 'everybody' && filter.text.trim() === '') {
    return mayAdminister(actor, 'read-people')
      ? { filter, ...(await everybody(services, wanted)) }
      : null;
  }
  const found = await peopleReview(services, actor, filter);
  if (found === null) return null;
  return { filter, found: found.length, ...pageOf(found, wanted) };
}

/** A page of everybody: no more is read than it shows. */
async function everybody({ engine }: Given, wanted: Parameters<typeof placeOfPage>[1]) {
  const found = await countAccounts(engine.db);
  const { from, ...place } = placeOfPage(found, wanted);
  const accounts = await listAccounts(engine.db, { from, size: wanted.size });
  return { items: accounts.map(shownAccount), ...place, found };
}

export type PeoplePage = NonNullable<Awaited<ReturnType<typeof peoplePage>>>;

function shownAccount(account: Account) {
  const { id, name, email, lastSignInAt, closedAt } = account;
  const app = account.authenticator ? [ACCESS_REVIEW.authenticatorApp] : [];
  const keys = account.passkeys === 0 ? [] : [ACCESS_REVIEW.passkeys(account.passkeys)];
  return {
    id,
    name,
    email,
    lastSignInAt,
    closedAt,
    roles: account.roles.map(({ role, department, organisation }) =>
      [roleText(role), department, organisation ?? ACCESS_REVIEW.awardingBody]
        .filter(Boolean)
        .join(', '),
    ),
    factor: [...app, ...keys].join(', '),
  };
}

function isShown(account: Account, { text, show }: PeopleFilter, longAgo: string): boolean {
  const { name, email, roles } = account;
  const places = roles.flatMap(({ organisation, department }) => [organisation, department]);
  const wanted = text.trim().toLowerCase();
  const holds = [name, email, ...places].some((part) => part?.toLowerCase().includes(wanted));
  return holds && isLike(account, show, longAgo);
}

function isLike(account: Account, show: Shown, longAgo: string): boolean {
  const open = account.closedAt === null;
  switch (show) {
    case 'everybody':
      return true;
    case 'body':
      return account.roles.some(({ organisation }) => organisation === null);
    case 'no-factor':
      return open && !account.authenticator && account.passkeys === 0;
    case 'not-lately':
      return open && londonDay(account.lastSignInAt ?? account.createdAt) < longAgo;
    case 'no-role':
      return open && account.roles.length === 0;
    case 'closed':
      return !open;
    default:
      return show satisfies never;
  }
}
