// The keys that check our credentials, for anyone who checks one.
import { didDocument, keyName } from '#app/domain/formats/credential-claims.ts';
import type { Services } from '#app/services.server.ts';
import { listCredentialKeys } from '#db/repositories/award/signing-keys.ts';

type Given = Pick<Services, 'engine' | 'config'>;

/** The document of the issuer's identifier (did:web). */
export async function publishedDid({ engine, config }: Given) {
  return didDocument(config, await listCredentialKeys(engine.db));
}

/** The same keys as a JSON Web Key Set. */
export async function publishedKeySet({ engine, config }: Given) {
  const keys = await listCredentialKeys(engine.db);
  return {
    keys: keys.map(({ id, publicJwk: { kty, crv, x } }) => ({
      kty,
      crv,
      x,
      kid: keyName(config, id),
      alg: 'EdDSA',
      use: 'sig',
    })),
  };
}
