// The last step of every way to sign in: the trail, and a session that is new whatever was there before.
import { changeSecurity } from '#db/repositories/accounts/account-security.ts';
import type { Services } from '#app/services.server.ts';
import { hasFactor } from '#app/domain/policy/own-factor.ts';
import type { SignInWay } from '#app/domain/policy/proof.ts';
import { usedProvider } from '#app/domain/policy/provider.ts';
import { factorDueAt, graceAtSignIn } from '#app/domain/policy/second-factor.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import {
  type Account,
  isFactorNeeded,
  onlyAsItWas,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import type { Write } from '#db/store.ts';

/** How somebody has shown who they are. */
export type Method =
  | Exclude<SignInWay, `provider${string}`>
  /** What providerMethod says: which provider, and whether it proved two factors. */
  | `provider${string}`;

export type Begin = {
  readonly account: Account;
  readonly method: Method;
  /** What the browser says of itself, for its owner to know it by. */
  readonly agent: string;
  /** The session that this browser had; it ends. */
  readonly replaces: string | null;
  /** What goes into the same commit as the trail. */
  readonly writes: readonly Write[];
};

/**
 * The token of the new session. A Conflict, of the writes or because the account was closed, or its password or
 * second factor changed meanwhile, is the caller's to name.
 */
export async function beginSession(
  services: Pick<Services, 'engine' | 'auth' | 'clock' | 'config' | 'storage'>,
  { account, method, agent, replaces, writes }: Begin,
): Promise<string> {
  const { engine, auth, clock, storage } = services;
  const now = clock();
  const at = now.toISOString();
  await engine.commit([
    ...writes,
    onlyAsItWas(account),
    changeSecurity(account.id, {
      lastSignInAt: at,
      ...(await grace(services, { account, method, at })),
    }),
    audit({
      at,
      actor: account.id,
      event: 'signed-in',
      organisation: null,
      subject: account.id,
      details: { method },
    }),
  ]);
  const token = await newSession(services, { account, method, agent, replaces, now });
  try {
    // Whoever changes the account from now on ends this session with the others.
    await engine.commit([onlyAsItWas(account)]);
    return token;
  } catch (error) {
    const { internalAdapter: store } = await auth.$context;
    await storage.insist(() => store.deleteSession(token));
    throw error;
  }
}

type Made = Pick<Begin, 'account' | 'method' | 'agent' | 'replaces'> & { readonly now: Date };

async function newSession(
  { auth, storage }: Pick<Services, 'auth' | 'storage'>,
  { account, method, agent, replaces, now }: Made,
): Promise<string> {
  const { internalAdapter: store, options } = await auth.$context;
  const seconds = options.session?.expiresIn ?? 0;
  return storage.insist(async () => {
    if (replaces !== null) await store.deleteSession(replaces);
    const session = await store.createSession(
      account.id,
      false,
      {
        createdAt: now,
        updatedAt: now,
        expiresAt: new Date(now.getTime() + seconds * 1000),
        userAgent: agent.slice(0, 300),
        method,
      },
      true,
    );
    return session.token;
  });
}

/** The days of grace begin with the first sign-in at which a second factor is needed. */
async function grace(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  { account, method, at }: { account: Account; method: Method; at: string },
): Promise<{ readonly factorDueAt?: string | null }> {
  const memberships = await loadMemberships(engine.db, account.id);
  const change = graceAtSignIn({
    needed: await isFactorNeeded(engine.db, memberships, config.secondFactor),
    has: hasFactor(account),
    provedThere: usedProvider(method)?.twoFactors === true,
    dueAt: account.factorDueAt,
  });
  if (change === null) return {};
  if (change === 'ends') return { factorDueAt: null };
  const { graceDays } = config.secondFactor;
  const [createdAt, now] = [Date.parse(account.createdAt), Date.parse(at)];
  return { factorDueAt: new Date(factorDueAt({ createdAt, now, graceDays })).toISOString() };
}
