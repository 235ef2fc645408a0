// The letter of the week: what waits for its reader.
import type { Waiting } from '#app/domain/home/waiting-for.ts';
import { waitingText } from '#words/home/waiting-text.ts';
import { dayText } from '#words/kit/time.ts';
import type { LetterWords } from './letter.ts';

/** So many are told of; the page that it leads to shows all. */
const MOST = 12;

export function weeklyLetter(waiting: readonly Waiting[], url: string): LetterWords {
  const more = waiting.length - MOST;
  return {
    subject: `${thingsWait(waiting.length)}${firstDay(waiting)}`,
    paragraphs: [
      'What waits for you this week, what is due first at the top:',
      ...waiting.slice(0, MOST).map((one) => {
        const { act, rest } = waitingText(one);
        return `${act}${rest}`;
      }),
      ...(more > 0 ? [`${more} more ${more === 1 ? 'stands' : 'stand'} on your page.`] : []),
      'This letter comes on Mondays, and only where something waits.',
    ],
    link: { url, text: 'Go to what waits for you' },
  };
}

function thingsWait(count: number): string {
  return count === 1 ? 'One thing waits for you' : `${count} things wait for you`;
}

function firstDay(waiting: readonly Waiting[]): string {
  const [first] = waiting;
  if (first === undefined || first.on === null) return '';
  if (first.late) return ', one of them late';
  return `, the first by ${dayText(first.on)}`;
}
