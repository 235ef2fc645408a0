// Where the people of organisations sign in (OpenID Connect), and which accounts are linked there. A link is an
// account of the sign-in library: its provider is `oidc` and the issuer, its name there the subject.
import { and, asc, eq, like, ne } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { account, organisations, session } from '#db/tables.ts';
import { identityProviders } from '#db/tables-identity.ts';

export type ProviderRow = typeof identityProviders.$inferSelect;

/** A provider; null = there is none. */
export async function loadProvider(db: Db, id: string): Promise<ProviderRow | null> {
  const [found] = await db.select().from(identityProviders).where(eq(identityProviders.id, id));
  return found ?? null;
}

/** The provider of an organisation; null = its people sign in in other ways. */
export async function loadProviderOf(db: Db, organisation: string): Promise<ProviderRow | null> {
  const [found] = await db
    .select()
    .from(identityProviders)
    .where(eq(identityProviders.organisationId, organisation));
  return found ?? null;
}

/** Every provider of an organisation, by the organisation's name. */
export async function listProviders(db: Db) {
  return db
    .select({
      id: identityProviders.id,
      name: identityProviders.name,
      issuer: identityProviders.issuer,
      organisation: organisations.name,
      organisationId: identityProviders.organisationId,
    })
    .from(identityProviders)
    .innerJoin(organisations, eq(organisations.id, identityProviders.organisationId))
    .orderBy(asc(organisations.name));
}

/** A new provider; a Conflict where the organisation has one. */
export function insertProvider(row: ProviderRow): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(identityProviders)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: identityProviders.id }),
  };
}

type ProviderChange = Partial<Omit<ProviderRow, 'id' | 'organisationId' | 'version'>>;

/** Changes a provider; a Conflict where somebody else has, since this version was read. */
export function changeProvider(id: string, version: number, change: ProviderChange): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(identityProviders)
        .set({ ...change, version: version + 1 })
        .where(and(eq(identityProviders.id, id), eq(identityProviders.version, version)))
        .returning({ id: identityProviders.id }),
  };
}

/** Takes a provider away; a Conflict where it was changed since this version was read. */
export function deleteProvider(id: string, version: number): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(identityProviders)
        .where(and(eq(identityProviders.id, id), eq(identityProviders.version, version)))
        .returning({ id: identityProviders.id }),
  };
}

/** Whether all people of an organisation need a second factor. */
export function setSecondFactorNeeded(organisation: string, needed: boolean): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(organisations)
        .set({ needsSecondFactor: needed })
        .where(eq(organisations.id, organisation))
        .returning({ id: organisations.id }),
  };
}

const OIDC = 'oidc ';
const providerOf = (issuer: string) => `${OIDC}${issuer}`;

const linkColumns = {
  id: account.id,
  userId: account.userId,
  subject: account.accountId,
  provider: account.providerId,
  sealedIdToken: account.idToken,
  createdAt: account.createdAt,
};

export type Link = {
  readonly id: string;
  readonly userId: string;
  readonly issuer: string;
  readonly subject: string;
  /** What the provider said at the last sign-in, sealed; null = nothing is kept. */
  readonly sealedIdToken: string | null;
  readonly createdAt: string;
};

/** The account that is linked to this subject of this issuer; null = none is. */
export async function loadLink(
  db: Db,
  { issuer, subject }: Pick<Link, 'issuer' | 'subject'>,
): Promise<Link | null> {
  const found = await db
    .select(linkColumns)
    .from(account)
    .where(and(eq(account.providerId, providerOf(issuer)), eq(account.accountId, subject)));
  return linksIn(found)[0] ?? null;
}

/** Where an account is linked. */
export async function listLinks(db: Db, userId: string): Promise<readonly Link[]> {
  const found = await db
    .select(linkColumns)
    .from(account)
    .where(and(eq(account.userId, userId), like(account.providerId, `${OIDC}%`)))
    .orderBy(asc(account.createdAt));
  return linksIn(found);
}

function linksIn(rows: readonly (Omit<Link, 'issuer'> & { readonly provider: string })[]) {
  return rows.map(({ provider, ...link }): Link => ({
    ...link,
    issuer: provider.slice(OIDC.length),
  }));
}

/** Links an account. The id is the same for the same subject, so a second link of it is a Conflict. */
export function insertLink(
  id: string,
  { userId, issuer, subject, at }: Pick<Link, 'userId' | 'issuer' | 'subject'> & { at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(account)
        .values({
          id,
          accountId: subject,
          providerId: providerOf(issuer),
          userId,
          createdAt: at,
          updatedAt: at,
        })
        .onConflictDoNothing()
        .returning({ id: account.id }),
  };
}

/** Takes a link away. */
export function deleteLink(id: string, userId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(account)
        .where(
          and(eq(account.id, id), eq(account.userId, userId), ne(account.providerId, 'credential')),
        )
        .returning({ id: account.id }),
  };
}

/** Keeps what the provider said at this sign-in, sealed, for the day of signing out there. */
export function keepIdToken(id: string, sealed: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(account)
        .set({ idToken: sealed, updatedAt: at })
        .where(eq(account.id, id))
        .returning({ id: account.id }),
  };
}

/** Ends the sessions that a provider has opened for a person, or for everybody. */
export function endProviderSessions(provider: string, userId: string | null = null): Write {
  return {
    run: (db) =>
      db
        .delete(session)
        .where(
          and(
            like(session.method, `provider% ${provider}`),
            userId === null ? undefined : eq(session.userId, userId),
          ),
        )
        .returning({ id: session.id }),
  };
}
