// Passkeys by SimpleWebAuthn: they prove the device and its person (a fingerprint or a PIN) at once, so they
// stand for password and code.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { PasskeyCheck } from '#app/identity-ports.ts';

const id = z.string().regex(/^[\w-]{1,1400}$/);
const bytes = z.string().max(50_000);
const common = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};
const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,30}$/))
      .max(10)
      .optional(),
  }),
}) satisfies z.ZodType<Pick<RegistrationResponseJSON, 'id' | 'rawId' | 'type'>>;
const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().max(200).nullish(),
  }),
});

/** Ed25519, ECDSA and RSA with SHA-256 (COSE): what authenticators have today. */
const ALGORITHMS = [-8, -7, -257];

/** Passkeys for the address that people use; `name` is what their browser shows. */
export function openPasskeyCheck(origin: string, name: string): PasskeyCheck {
  const rpID = new URL(origin).hostname;
  const site: Site = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    askForNew: async (person, known) => {
      const options = await generateRegistrationOptions({
        rpName: name,
        rpID,
        userID: new Uint8Array(Buffer.from(person.id)),
        userName: person.email,
        userDisplayName: person.name,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: known.map((one) => ({ id: one })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    checkNew: (answer, challenge) => checkNew(site, answer, challenge),
    ask: async () => {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return { challenge: options.challenge, options };
    },
    idIn: (answer) => assertion.safeParse(answer).data?.id ?? null,
    check: (answer, challenge, passkey) => check(site, { answer, challenge, passkey }),
  };
}

type Site = {
  readonly expectedOrigin: string;
  readonly expectedRPID: string;
  readonly requireUserVerification: true;
};

async function checkNew(site: Site, answer: unknown, challenge: string) {
  const response = attestation.safeParse(answer).data;
  if (response === undefined) return null;
  const checked = await orNull(() =>
    verifyRegistrationResponse({
      ...site,
      supportedAlgorithmIDs: ALGORITHMS,
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
    }),
  );
  if (checked?.verified !== true) return null;
  const { credential } = checked.registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: (response.response.transports ?? []).join(' '),
  };
}

type Signed = {
  readonly answer: unknown;
  readonly challenge: string;
  readonly passkey: { readonly id: string; readonly publicKey: string; readonly counter: number };
};

async function check(site: Site, { answer, challenge, passkey }: Signed): Promise<number | null> {
  const response = assertion.safeParse(answer).data;
  if (response === undefined) return null;
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      ...site,
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
}

// The library throws where an answer does not fit: another origin, challenge or key.
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
