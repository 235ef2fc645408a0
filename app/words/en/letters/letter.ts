// What stands in every letter, whatever it is about: its language, who writes, and how to switch it off. A
// letter says that something waits, and where: never a score, a narrative or a count (they stay behind the
// sign-in). It holds no token either: that is put in as it is sent, so that nothing which lets somebody in
// rests in the outbox or in a backup.
import { type Letter, TOKEN } from '#app/domain/letters/letter.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { SERVICE_NAME } from '#words/kit/service-name.ts';
import { LANGUAGE } from '#words/language.ts';

/** Says how far the record of events has come; put in as the letter is sent, after what it tells of. */
export const HEAD_PARAGRAPH = `Keep this letter. It shows how far our record of events had come: ${TOKEN}. With it, whoever runs the service can tell whether anything before it was changed since.`;

export type LetterWords = {
  readonly subject: string;
  /** Each a paragraph of its own. */
  readonly paragraphs: readonly string[];
  /** Where to go on, and what the link says. */
  readonly link: { readonly url: string; readonly text: string } | null;
};

export type LetterContent = LetterWords & {
  readonly key: string;
  readonly recipient: string;
  readonly unsubscribe?: string;
  readonly tokenOf?: string;
};

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
    html: `<!doctype html>\n<html lang="${LANGUAGE}"><head><meta charset="utf-8"><title>${markupText(oneLine(subject))}</title></head><body>\n${body}\n</body></html>\n`,
    unsubscribe,
    tokenOf,
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
