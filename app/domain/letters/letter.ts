// A mail as plain text and as HTML, as it waits in the outbox. It holds no token: that is put in as it is
// sent, so that nothing which lets somebody in rests there or in a backup.

export type Letter = {
  /** One mail per key, however often it is asked for. */
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where its reader switches such letters off without signing in; null = they cannot. */
  readonly unsubscribe: string | null;
  /** Whose token takes the place of `TOKEN` as it is sent; null = it holds none. */
  readonly tokenOf: string | null;
};

/** Stands in an address of a letter until it is sent. */
export const TOKEN = '{token}';

/** What `tokenOf` of a letter with that paragraph is, for a chain of the record. */
export function headOf(chain: string): string {
  return `head ${chain}`;
}

/** The chain whose head is put into a letter; null = what is put in is a token, which opens something. */
export function chainOf(tokenOf: string): string | null {
  return tokenOf.startsWith('head ') ? tokenOf.slice('head '.length) : null;
}

type Addresses = Pick<Letter, 'text' | 'html' | 'unsubscribe'>;

/** What is sent of a letter: with its token in the place of every `TOKEN`. */
export function withToken({ text, html, unsubscribe }: Addresses, token: string): Addresses {
  return {
    text: text.replaceAll(TOKEN, token),
    html: html.replaceAll(TOKEN, token),
    unsubscribe: unsubscribe?.replaceAll(TOKEN, token) ?? null,
  };
}

/**
 * The end of the key of a letter that one person can bring about again and again for another: it goes out
 * once in each hour, and leads to a page that shows all there is by then.
 */
export function oncePerHour(at: string): string {
  return at.slice(0, 'yyyy-mm-ddThh'.length);
}
