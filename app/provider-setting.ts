// The settings of the installation about OpenID Connect: the awarding body's own provider, and where providers
// may be.

export type BodyProvider = {
  /** What the button says. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Values of `acr` or `amr`, with a space between, that prove two factors; '' = none does. */
  readonly provesTwoFactors: string;
};

export type ProviderRules = {
  /** null = its people sign in in other ways. */
  readonly body: BodyProvider | null;
  /** Whether providers may be on private networks. */
  readonly allowPrivate: boolean;
  /** Whether one on this machine needs no TLS. */
  readonly allowPlainLoopback: boolean;
};

type Variables = {
  readonly MODE: string;
  readonly BODY_OIDC_ISSUER?: string | undefined;
  readonly BODY_OIDC_CLIENT_ID?: string | undefined;
  readonly BODY_OIDC_CLIENT_SECRET?: string | undefined;
  readonly BODY_OIDC_NAME: string;
  readonly BODY_OIDC_PROVES: string;
  readonly OIDC_PRIVATE_ADDRESSES?: 'yes' | 'no' | undefined;
};

/** The rules, or an Error that says which variable is missing. */
export function providerRules(data: Variables): ProviderRules {
  const inProduction = data.MODE === 'production';
  const fallback = inProduction ? 'no' : 'yes';
  return {
    body: bodyProvider(data),
    allowPrivate: (data.OIDC_PRIVATE_ADDRESSES ?? fallback) === 'yes',
    allowPlainLoopback: !inProduction,
  };
}

function bodyProvider(data: Variables): BodyProvider | null {
  const {
    BODY_OIDC_ISSUER: issuer,
    BODY_OIDC_CLIENT_ID: clientId,
    BODY_OIDC_CLIENT_SECRET: clientSecret,
  } = data;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(
      'The settings cannot be used. BODY_OIDC_ISSUER, BODY_OIDC_CLIENT_ID and BODY_OIDC_CLIENT_SECRET go together: set all three or none.',
    );
  }
  return {
    name: data.BODY_OIDC_NAME,
    issuer,
    clientId,
    clientSecret,
    provesTwoFactors: data.BODY_OIDC_PROVES,
  };
}
