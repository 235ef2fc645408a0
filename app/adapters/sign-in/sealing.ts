// Encrypts what must be read again and lies in the database: AES-256-GCM with a key made from the secret of
// the service, one for each purpose.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

export type Sealing = {
  /** The text encrypted, bound to the id of its row: it cannot be put in the place of another. */
  readonly seal: (text: string, id: string) => string;
  /** The text; null where it was sealed with another secret, for another row, or changed since. */
  readonly open: (sealed: string, id: string) => string | null;
};

/** Sealing for one purpose, such as `private keys of credentials`. */
export function openSealing(
  secret: string,
  { salt, purpose }: { readonly salt: string; readonly purpose: string },
): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));
  return {
    seal: (text, id) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(id));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
    },
    open: (sealed, id) => {
      const [iv, content, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
      if (iv?.byteLength !== 12 || content === undefined || tag?.byteLength !== 16) return null;
      try {
        const cipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(id)).setAuthTag(tag);
        return Buffer.concat([cipher.update(content), cipher.final()]).toString('utf8');
      } catch {
        // Named recovery: the key or the text is not the one that it was sealed with.
        return null;
      }
    },
  };
}
