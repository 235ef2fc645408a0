// A mail as plain text and as HTML, from the same words. It says that something waits, and where: never a
// score, a narrative or a count (they stay behind the sign-in). It holds no token either: that is put in
// as it is sent, so that nothing which lets somebody in rests in the outbox or in a backup.
import { markupText } from '#app/domain/markup-text.ts';

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

/** Says how far the record of events has come; put in as the letter is sent, after what it tells of. */
export const HEAD_PARAGRAPH = `Keep this letter. It shows how far our record of events had come: ${TOKEN}. With it, whoever runs the service can tell whether anything before it was changed since.`;

/** What `tokenOf` of a letter with that paragraph is, for a chain of the record. */
export function headOf(chain: string): string {
  return `head ${chain}`;
}

/** The chain whose head is put into a letter; null = what is put in is a token, which opens something. */
export function chainOf(tokenOf: string): string | null {
  return tokenOf.startsWith('head ') ? tokenOf.slice('head '.length) : null;
}

export type LetterContent = {
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  /** Each a paragraph of its own. */
  readonly paragraphs: readonly string[];
  /** Where to go on, and what the link says. */
  readonly link: { readonly url: string; readonly text: string } | null;
  readonly unsubscribe?: string;
  readonly tokenOf?: string;
};

/** What this service calls itself in letters, authenticator apps and browsers. */
export const SERVICE_NAME = 'Mentoring Charter self-assessment';
const SWITCH_OFF = 'Switch these reminders off';

/** The letter; line breaks in the subject and the address are taken out (header injection). */
export function letterOf(content: LetterContent): Letter {
  const { key, recipient, subject, paragraphs, link, unsubscribe = null, tokenOf = null } = content;
  const text = [
    ...paragraphs,
    ...(link === null ? [] : [`${link.text}:\n${link.url}`]),
    SERVICE_NAME,
    ...(unsubscribe === null ? [] : [`${SWITCH_OFF}:\n${unsubscribe}`]),
  ].join('\n\n');
  const body = [
    ...paragraphs.map((paragraph) => `<p>${markupText(paragraph)}</p>`),
    ...(link === null
      ? []
      : [
          `<p><a href="${markupText(link.url)}">${markupText(link.text)}</a><br>${markupText(link.url)}</p>`,
        ]),
    `<p>${SERVICE_NAME}</p>`,
    ...(unsubscribe === null
      ? []
      : [`<p><a href="${markupText(unsubscribe)}">${SWITCH_OFF}</a></p>`]),
  ].join('\n');
  return {
    key,
    recipient: oneLine(recipient),
    subject: oneLine(subject),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${markupText(oneLine(subject))}</title></head><body>\n${body}\n</body></html>\n`,
    unsubscribe,
    tokenOf,
  };
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

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
