// The tables of who somebody is: second factors, passkeys, links by mail, providers, and what waits a day
// before it holds. As in tables.ts, ids are text and instants ISO 8601 UTC text.
import { kit } from './kit.sqlite.ts';
import { departments, organisations, user } from './tables.ts';

const { table, text, ref, int, bool, index, uniqueIndex } = kit;

/** What the service knows of an account beside its password; no row = nothing yet. */
export const accountSecurity = table('account_security', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  lastSignInAt: text('last_sign_in_at'),
  /** When a password was last chosen through a link without the second factor. */
  resetAt: text('reset_at'),
  /** Until when an account that needs a second factor may be used without one; null = not asked yet. */
  factorDueAt: text('factor_due_at'),
  closedAt: text('closed_at'),
  closedBy: text('closed_by'),
});

/** The key of an authenticator app. */
export const authenticators = table('authenticators', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Encrypted with a key made from the secret of the service. */
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: text('created_at').notNull(),
  /** null = set up, and no code of it was typed yet. */
  confirmedAt: text('confirmed_at'),
  /** The latest step of 30 seconds whose code was used: no code counts twice. */
  lastStep: int('last_step').notNull(),
});

/** Codes for the day on which the device is lost; each works once. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    /** A keyed hash of the code and its person. */
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('recovery_codes_user').on(t.userId)],
);

export const passkeys = table(
  'passkeys',
  {
    /** The id that the authenticator gave it, base64url. */
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: int('counter').notNull(),
    /** Words of WebAuthn with a space between, such as `internal hybrid`. */
    transports: text('transports').notNull(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
  },
  (t) => [index('passkeys_user').on(t.userId)],
);

/** An administrator takes a lost second factor away; it holds after a day. */
export const factorResets = table(
  'factor_resets',
  {
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    askedAt: text('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    reason: text('reason').notNull(),
    effectiveAt: text('effective_at').notNull(),
    appliedAt: text('applied_at'),
    cancelledAt: text('cancelled_at'),
    cancelledBy: text('cancelled_by'),
  },
  (t) => [index('factor_resets_user').on(t.userId)],
);

/** Another address for an account, once both addresses have said so. */
export const addressChanges = table(
  'address_changes',
  {
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    oldConfirmedAt: text('old_confirmed_at'),
    newConfirmedAt: text('new_confirmed_at'),
    /** Done, or replaced by a later one. */
    endedAt: text('ended_at'),
  },
  (t) => [index('address_changes_user').on(t.userId)],
);

/** A role that the awarding body gives where an organisation has nobody to give it; it holds after a day. */
export const roleChanges = table(
  'role_changes',
  {
    id: text('id').primaryKey(),
    /** Who is to be invited. */
    email: text('email').notNull(),
    organisationId: ref('organisation_id', () => organisations.id),
    /** null = the whole organisation. */
    departmentId: text('department_id').references(() => departments.id),
    role: text('role').notNull(),
    reason: text('reason').notNull(),
    askedAt: text('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    effectiveAt: text('effective_at').notNull(),
    /** When the invitation went out. */
    appliedAt: text('applied_at'),
    cancelledAt: text('cancelled_at'),
    cancelledBy: text('cancelled_by'),
  },
  (t) => [index('role_changes_organisation').on(t.organisationId)],
);

/** Where the people of an organisation sign in: an OpenID Connect provider. */
export const identityProviders = table(
  'identity_providers',
  {
    id: text('id').primaryKey(),
    /** null = the awarding body. */
    organisationId: text('organisation_id').references(() => organisations.id),
    /** What the button says. */
    name: text('name').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Encrypted with a key made from the secret of the service. */
    sealedClientSecret: text('sealed_client_secret').notNull(),
    /** Values of `acr` or `amr`, with a space between, that prove two factors; '' = none does. */
    provesTwoFactors: text('proves_two_factors').notNull(),
    /** Whether its people may sign in in no other way. */
    required: bool('required').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    version: int('version').notNull(),
  },
  (t) => [uniqueIndex('identity_providers_organisation').on(t.organisationId)],
);

/** Tries that failed, by what is counted and by hour; they outlive a restart and fade with the hours. */
export const failedTries = table(
  'failed_tries',
  {
    /** `key hour` */
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    /** The beginning of the hour, ISO 8601 UTC. */
    hour: text('hour').notNull(),
    tries: int('tries').notNull(),
    lastAt: text('last_at').notNull(),
  },
  (t) => [index('failed_tries_key').on(t.key, t.hour), index('failed_tries_hour').on(t.hour)],
);

/** What is mailed to the owner of an account alone: a link that works once. */
export const passwordLinks = table(
  'password_links',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the token, once the letter has gone out; the token itself is never stored. */
    tokenHash: text('token_hash'),
    /** password = to choose one; device = to sign in on this device. */
    purpose: text('purpose').notNull().default('password'),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
    /** Who asked for it; null = somebody who is not signed in, or the operator. */
    createdBy: text('created_by'),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [uniqueIndex('password_links_token').on(t.tokenHash)],
);
