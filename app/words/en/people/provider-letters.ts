// Letters about where the people of an organisation sign in.
import type { LetterWords } from '#words/letters/letter.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Provider = { readonly name: string; readonly issuer: string };

/** What was set, as a sentence without its full stop. */
export type ProviderNews = { readonly subject: string; readonly sentence: string };

const moved = (place: string) => `Where the people of ${place} sign in has changed`;

type Set = { readonly by: string; readonly place: string };

export function providerSet(
  { by, place }: Set,
  { name, issuer, required }: Provider & { readonly required: boolean },
): ProviderNews {
  return {
    subject: moved(place),
    sentence: `${by} has set that people of ${place} ${required ? 'must' : 'may'} sign in at ${name} (${issuer})`,
  };
}

export function providerRemoved({ by, place }: Set, { name, issuer }: Provider): ProviderNews {
  return {
    subject: moved(place),
    sentence: `${by} has set that people of ${place} no longer sign in at ${name} (${issuer})`,
  };
}

export function factorSet({ by, place }: Set, needed: boolean): ProviderNews {
  return {
    subject: `Second factors at ${place}`,
    sentence: `${by} has set that ${needed ? 'all people' : 'only those who sign'} of ${place} need a second factor to sign in`,
  };
}

export function providerWords({ subject, sentence }: ProviderNews, at: string): LetterWords {
  return {
    subject,
    paragraphs: [
      `${sentence}, on ${dayAndTime(at)}.`,
      'If you did not expect this, talk to them at once: whoever chooses where people sign in could sign in as them.',
    ],
    link: null,
  };
}

/** Whoever runs the service has done it by hand. */
export function passwordsAgainWords(place: string, provider: string): LetterWords {
  return {
    subject: moved(place),
    paragraphs: [
      `Whoever runs the service has set that people of ${place} may sign in with passwords again, beside ${provider}.`,
      'A lead of the whole organisation can set it back.',
    ],
    link: null,
  };
}
