// The claims of an award as a credential, format 1. A credential has no field for its format: its contexts
// say it. It lies with those who have it and is never issued anew.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';

/** The context that says that a credential is of this format. */
export const CREDENTIAL_V1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The shape of the claims. */
export const credentialV1 = z.strictObject({
  '@context': z.tuple([
    z.literal('https://www.w3.org/ns/credentials/v2'),
    z.literal(CREDENTIAL_V1),
  ]),
  id: z.string(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: z.string(),
  issuer: z.strictObject({
    id: z.string(),
    type: z.tuple([z.literal('Profile')]),
    name: z.string(),
    url: z.string(),
  }),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  credentialSubject: z.strictObject({
    id: z.string(),
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.tuple([
      z.strictObject({
        type: z.literal('IdentityObject'),
        hashed: z.literal(false),
        identityType: z.literal('name'),
        identityHash: z.string(),
      }),
    ]),
    achievement: z.strictObject({
      id: z.string(),
      type: z.tuple([z.literal('Achievement')]),
      achievementType: z.literal('Award'),
      name: z.string(),
      description: z.string(),
      criteria: z.strictObject({ id: z.string() }),
    }),
  }),
  credentialStatus: z.strictObject({
    id: z.string(),
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string(),
    statusListCredential: z.string(),
  }),
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  nbf: z.number(),
  exp: z.number(),
});

export type CredentialV1 = z.output<typeof credentialV1>;
