import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { publishedDid, publishedKeySet } from '#app/queries/award/public-keys.ts';
import { openCredentialSigning } from '#app/adapters/credentials/credential-signing.ts';
import type { Services } from '#app/services.server.ts';
import { checkPastedCredential } from '#app/use-cases/award/check-pasted-credential.ts';
import { rotateKey, signingKey } from '#app/use-cases/award/credential-keys.ts';
import { issueCredential, issueStatusList } from '#app/use-cases/award/issue-credential.ts';
import { withdrawAward } from '#app/use-cases/award/publish-award.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { PRIVATE } from '#tests/support/award-record.ts';
import { addAward, type AwardParts } from '#tests/support/awards.ts';
import { verifyIndependently } from '#tests/support/independent-verifier.ts';
import { personWith, testServices } from '#tests/support/services.ts';

const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

/** Services at another time. */
function at(services: Services, now: string): Services {
  return { ...services, clock: () => new Date(now) };
}

/** What the service answers at its public addresses. */
function web(services: Services) {
  return async (url: string) => {
    const path = url.replace(services.config.origin, '');
    if (path === '/.well-known/did.json') return JSON.stringify(await publishedDid(services));
    const [, list] = /^\/credentials\/status\/(\d+)$/.exec(path) ?? [];
    return (await issueStatusList(services, Number(list))) ?? 'not found';
  };
}

/** The verdict of the independent verifier, and our own. */
async function verdicts(services: Services, jwt: string): Promise<readonly [string, string]> {
  const now = services.clock();
  const theirs = await verifyIndependently(jwt, { fetch: web(services), now });
  return [theirs, (await checkPastedCredential(services, jwt)).code];
}

async function issued(parts: AwardParts = {}) {
  const services = await testServices();
  const { number } = await addAward(services, parts);
  const made = await issueCredential(services, number);
  if (!made.ok) throw new Error(made.problem.code);
  return { services, number, jwt: made.value };
}

function payloadOf(jwt: string): unknown {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

describe('a credential', () => {
  test('is accepted by a verifier that knows nothing of us', async () => {
    const { services, jwt } = await issued();
    expect(await verdicts(services, jwt)).toEqual(['valid', 'valid']);
  });

  test('names a department, an achievement and a period, and nobody', async () => {
    const { jwt, number } = await issued();
    expect(payloadOf(jwt)).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: '2027-03-01T00:00:00Z',
      validUntil: '2032-02-29T23:59:59Z',
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [{ identityHash: 'therapies, Trust north' }],
        achievement: { type: ['Achievement'], name: expect.stringContaining('Bronze') },
      },
      credentialStatus: { type: 'BitstringStatusListEntry', statusListIndex: '0' },
      jti: expect.stringContaining(`/awards/${number}/credential`),
    });
    const text = JSON.stringify(payloadOf(jwt));
    for (const canary of Object.values(PRIVATE)) expect(text).not.toContain(canary);
  });

  test('is the same text each time', async () => {
    const { services, number, jwt } = await issued();
    expect(await issueCredential(services, number)).toEqual({ ok: true, value: jwt });
  });

  test('SEC-89 is refused with any byte changed', async () => {
    const { services, jwt } = await issued();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const fetch = web(services);
    const page = { did: await fetch(`${services.config.origin}/.well-known/did.json`) };
    const cached = async (url: string) => (url.endsWith('did.json') ? page.did : fetch(url));
    const now = services.clock();
    for (const [index, letter] of [...jwt].entries()) {
      const other = letter === '.' ? 'A' : alphabet[(alphabet.indexOf(letter) + 1) % 64];
      const changed = jwt.slice(0, index) + other + jwt.slice(index + 1);
      const theirs = await verifyIndependently(changed, { fetch: cached, now });
      const ours = await checkPastedCredential(services, changed);
      expect([index, theirs, ours.code]).not.toContain('valid');
    }
  }, 60_000);

  test('SEC-89 is refused without a signature, with another key, and with the public key as a secret', async () => {
    const { services, jwt } = await issued();
    const [head = '', body = ''] = jwt.split('.');
    const header: unknown = JSON.parse(Buffer.from(head, 'base64url').toString());
    const forged = (alg: string, signed: (text: string) => Buffer) => {
      const text = `${base64url({ ...(header as object), alg })}.${body}`;
      return `${text}.${signed(text).toString('base64url')}`;
    };
    const { privateKey } = generateKeyPairSync('ed25519');
    const [key] = (await publishedKeySet(services)).keys;
    const publicBytes = Buffer.from(key?.x ?? '', 'base64url');
    const pem = JSON.stringify(key);
    const attempts = [
      `${base64url({ alg: 'none' })}.${body}.`,
      forged('none', () => Buffer.alloc(0)),
      forged('none', () => Buffer.alloc(64)),
      forged('EdDSA', (text) => sign(null, Buffer.from(text), privateKey)),
      forged('HS256', (text) => createHmac('sha256', publicBytes).update(text).digest()),
      forged('HS256', (text) => createHmac('sha256', pem).update(text).digest()),
    ];
    for (const attempt of attempts) {
      const [theirs, ours] = await verdicts(services, attempt);
      expect(theirs).not.toBe('valid');
      expect(['not-a-credential', 'wrong-signature']).toContain(ours);
    }
    expect(await checkPastedCredential(services, jwt)).toMatchObject({ code: 'valid' });
  });

  test('of another service is not ours', async () => {
    const { jwt } = await issued();
    const elsewhere = await testServices();
    await signingKey(elsewhere);
    expect(await checkPastedCredential(elsewhere, jwt)).toEqual({ code: 'unknown-key' });
  });

  test('holds from its first day to its last second', async () => {
    const { services, jwt } = await issued();
    const said = async (now: string) => verdicts(at(services, now), jwt);
    expect(await said('2027-02-28T23:59:59.999Z')).toEqual(['not valid yet', 'not-valid-yet']);
    expect(await said('2027-03-01T00:00:00.000Z')).toEqual(['valid', 'valid']);
    expect(await said('2032-02-29T23:59:59.000Z')).toEqual(['valid', 'valid']);
    expect(await said('2032-03-01T00:00:00.000Z')).toEqual(['expired', 'expired']);
  });

  test('of a withdrawn award is revoked, and no other', async () => {
    const { services, number, jwt } = await issued();
    const others = [];
    for (let other = 0; other < 9; other += 1) {
      const made = await issueCredential(services, (await addAward(services)).number);
      if (made.ok) others.push(made.value);
    }
    await withdrawAward(services, ADMINISTRATOR, { number, reason: 'The plan was given up.' });
    expect(await verdicts(services, jwt)).toEqual(['revoked', 'withdrawn']);
    for (const other of others) expect(await verdicts(services, other)).toEqual(['valid', 'valid']);
    expect(await issueCredential(services, number)).toMatchObject({
      problem: { code: 'already-withdrawn' },
    });
  });

  test('there is none of an award that is not published, and no bit for it', async () => {
    const services = await testServices();
    const hidden = await addAward(services, {
      publishedAt: null,
      withdrawn: { at: '2027-03-01T08:00:00.000Z', reason: 'A later decision' },
    });
    const shown = await addAward(services);
    expect(await issueCredential(services, hidden.number)).toMatchObject({
      problem: { code: 'not-found' },
    });
    const before = await issueStatusList(services, 1);
    const empty = await testServices();
    const subject = (list: string | null) =>
      (payloadOf(list ?? '') as { credentialSubject: unknown }).credentialSubject;
    expect(subject(before)).toEqual(subject(await issueStatusList(empty, 1)));
    expect(shown.award.statusIndex).toBe(1);
  });

  test('outlives a change of keys', async () => {
    const { services, number, jwt } = await issued();
    const changed = await rotateKey(services, OPERATOR);
    const fresh = await issueCredential(services, number);
    if (!fresh.ok || !changed.ok) throw new Error('no new credential');
    expect(fresh.value).not.toBe(jwt);
    expect(await verdicts(services, jwt)).toEqual(['valid', 'valid']);
    expect(await verdicts(services, fresh.value)).toEqual(['valid', 'valid']);
    expect((await publishedKeySet(services)).keys).toHaveLength(2);
    const lead = personWith('assessment-lead', 'north', null);
    expect(await rotateKey(services, lead)).toMatchObject({ problem: { code: 'not-allowed' } });
  });
});

describe('keys', () => {
  test('are made once, however many need the first', async () => {
    const services = await testServices();
    const keys = await Promise.all([1, 2, 3].map(() => signingKey(services)));
    const ids = new Set([...keys.map(({ id }) => id), (await signingKey(services)).id]);
    expect(ids.size).toBeLessThanOrEqual(3);
    expect((await publishedKeySet(services)).keys.map(({ kid }) => kid)).toEqual(
      expect.arrayContaining([...ids].map((id) => `did:web:localhost%3A3000#${id}`)),
    );
  });

  test('hold no private part that can be read, and none that is published', async () => {
    const services = await testServices();
    const key = await signingKey(services);
    const shown = JSON.stringify([await publishedDid(services), await publishedKeySet(services)]);
    expect(shown).not.toContain('"d":');
    expect(
      Buffer.from(key.sealedPrivateJwk.split('.')[1] ?? '', 'base64url').toString(),
    ).not.toMatch(/kty|OKP|"d"/);
  });

  test('sign nothing under another secret, or in the place of another key', async () => {
    const services = await testServices();
    const key = await signingKey(services);
    const other = openCredentialSigning('another secret that is long enough to be one');
    await expect(other.sign({}, key, 'name')).rejects.toThrow(/rotate-key/);
    const moved = {
      ...(await services.credentials.newKey()),
      sealedPrivateJwk: key.sealedPrivateJwk,
    };
    await expect(services.credentials.sign({}, moved, 'name')).rejects.toThrow(/cannot be opened/);
  });
});
