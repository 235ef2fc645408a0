// An award as a credential that any wallet and verifier reads: Open Badges 3.0, which is a Verifiable
// Credential 2.0, as the payload of a JWT; and the list that says which credentials do not hold any longer
// (Bitstring Status List 1.0). The recipient is a department: no personal data (catalogue 3.7).

/** Bits in one status list; the least that the standard allows, so that one position tells nothing. */
export const STATUS_LIST_BITS = 131_072;

/** The public half of an Ed25519 key (RFC 8037). */
export type PublicJwk = { readonly kty: string; readonly crv: string; readonly x: string };

export type CredentialIssuer = {
  /** Scheme, host and port that people see. */
  readonly origin: string;
  /** null = nobody yet; the issuer is named after its host then. */
  readonly awardingBody: string | null;
};

export type CredentialAward = {
  readonly number: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly department: string;
  /** id@version */
  readonly charter: string;
  readonly charterTitle: string;
  readonly level: string;
  readonly levelLabel: string;
  readonly means: string;
  readonly awardedOn: string;
  readonly lastDay: string;
  readonly statusIndex: number;
};

/** The name under which the issuer is found: its web address as a decentralised identifier. */
export function didOf({ origin }: Pick<CredentialIssuer, 'origin'>): string {
  const host = origin.replace(/^https?:\/\//, '');
  return `did:web:${host.replace(':', '%3A')}`;
}

/** The key as every header names it. */
export function keyName(issuer: Pick<CredentialIssuer, 'origin'>, keyId: string): string {
  return `${didOf(issuer)}#${keyId}`;
}

/** The address of the credential of an award, which is its id, too. */
function credentialUrl({ origin }: Pick<CredentialIssuer, 'origin'>, number: string): string {
  return `${origin}/awards/${number}/credential`;
}

/** The number of the award in the id of a credential; null where it is not one of this issuer. */
export function numberOf(issuer: Pick<CredentialIssuer, 'origin'>, id: string): string | null {
  const [, number] = /\/awards\/(MC-\d{4}-\d+)\/credential$/.exec(id) ?? [];
  return number !== undefined && credentialUrl(issuer, number) === id ? number : null;
}

/** The claims of the credential; `seconds` gives the time of an instant since 1970. */
export function awardCredential(
  award: CredentialAward,
  issuer: CredentialIssuer,
  seconds: (instant: string) => number,
) {
  const { origin } = issuer;
  const id = credentialUrl(issuer, award.number);
  const subject = `${origin}/awards/organisations/${award.organisationId}`;
  const validFrom = `${award.awardedOn}T00:00:00Z`;
  const validUntil = `${award.lastDay}T23:59:59Z`;
  const charterUrl = `${origin}/charters/${award.charter}`;
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${award.levelLabel}: ${award.charterTitle}`,
    issuer: profileOf(issuer),
    validFrom,
    validUntil,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityType: 'name',
          identityHash: `${award.department}, ${award.organisation}`,
        },
      ],
      achievement: {
        id: `${charterUrl}#${award.level}`,
        type: ['Achievement'],
        achievementType: 'Award',
        name: `${award.levelLabel}: ${award.charterTitle}`,
        description: award.means,
        criteria: { id: charterUrl },
      },
    },
    credentialStatus: statusEntry(issuer, award.statusIndex),
    ...claims({ id, subject, validFrom, validUntil }, issuer, seconds),
  };
}

/** Which list a credential is on (1, 2, …), and where. */
function statusPlace(index: number): { readonly list: number; readonly position: number } {
  return {
    list: Math.floor(index / STATUS_LIST_BITS) + 1,
    position: index % STATUS_LIST_BITS,
  };
}

function statusEntry({ origin }: CredentialIssuer, index: number) {
  const { list, position } = statusPlace(index);
  const url = `${origin}/credentials/status/${list}`;
  return {
    id: `${url}#${position}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(position),
    statusListCredential: url,
  };
}

type StatusList = {
  /** 1, 2, … */
  readonly list: number;
  readonly encodedList: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

/** The claims of a status list; a copy that is older than `validUntil` proves nothing. */
export function statusListCredential(
  { list, encodedList, validFrom, validUntil }: StatusList,
  issuer: CredentialIssuer,
  seconds: (instant: string) => number,
) {
  const id = `${issuer.origin}/credentials/status/${list}`;
  const subject = `${id}#list`;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(issuer),
    validFrom,
    validUntil,
    credentialSubject: {
      id: subject,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
    },
    ...claims({ id, subject, validFrom, validUntil }, issuer, seconds),
  };
}

/** What is published of every key, old ones too: who checks a credential looks here. */
export function didDocument(
  issuer: Pick<CredentialIssuer, 'origin'>,
  keys: readonly { readonly id: string; readonly publicJwk: PublicJwk }[],
) {
  const did = didOf(issuer);
  const methods = keys.map(({ id, publicJwk }) => ({
    id: keyName(issuer, id),
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: publicJwk,
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

function profileOf(issuer: CredentialIssuer) {
  return {
    id: didOf(issuer),
    type: ['Profile'],
    name: issuer.awardingBody ?? issuer.origin.replace(/^https?:\/\//, ''),
    url: issuer.origin,
  };
}

type Claimed = {
  readonly id: string;
  readonly subject: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

function claims(
  { id, subject, validFrom, validUntil }: Claimed,
  issuer: CredentialIssuer,
  seconds: (instant: string) => number,
) {
  return {
    iss: didOf(issuer),
    jti: id,
    sub: subject,
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  };
}
