// What an administrator does with letters that do not go out by themselves: try one again that was given
// up, release those that a restore holds, or take one out of the outbox. In the demo, where nothing is
// sent, the link of a letter is made for whoever reads it there.
import { GIVEN_UP } from '#words/letters/letter-state.ts';
import { withToken } from '#app/domain/letters/letter.ts';
import { MOST_ATTEMPTS } from '#app/domain/letters/retry.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  fillLetter,
  giveUpLetter,
  loadLetter,
  releaseLetters,
  sendAgain,
} from '#db/repositories/letters/letters-to-send.ts';
import { Conflict, type Write } from '#db/store.ts';
import { putInto } from './letter-token.ts';

export type LetterCommand =
  | { readonly intent: 'try-again' | 'discard' | 'release' | 'make-link'; readonly letter: string }
  | { readonly intent: 'release-all' };

export type LetterProblem =
  | { readonly code: 'not-allowed' }
  /** It has gone meanwhile, or there is none. */
  | { readonly code: 'letter-gone' };

type Given = Pick<Services, 'engine' | 'clock' | 'config'>;

/** Does what was asked with the letters, or says that the letter has gone meanwhile. */
export async function tendLetters(
  services: Given,
  actor: Actor,
  command: LetterCommand,
): Promise<Result<null, LetterProblem>> {
  if (!mayAdminister(actor, 'tend-letters')) return refused({ code: 'not-allowed' });
  const at = services.clock().toISOString();
  const writes = await writesOf(services, command, at);
  if (writes === null) return refused({ code: 'letter-gone' });
  try {
    await services.engine.commit([
      ...writes,
      audit({
        at,
        actor: actor.id,
        event: EVENTS[command.intent],
        organisation: null,
        subject: command.intent === 'release-all' ? null : command.letter,
      }),
    ]);
    return ok(null);
  } catch (error) {
    // Named recovery: it was sent, released or taken out in between.
    if (error instanceof Conflict) return refused({ code: 'letter-gone' });
    throw error;
  }
}

const EVENTS = {
  'try-again': 'letter-tried-again',
  discard: 'letter-discarded',
  release: 'letter-released',
  'release-all': 'letters-released',
  'make-link': 'letter-link-made',
} as const satisfies Record<LetterCommand['intent'], string>;

async function writesOf(
  services: Given,
  command: LetterCommand,
  at: string,
): Promise<readonly Write[] | null> {
  switch (command.intent) {
    case 'try-again':
      return [sendAgain(command.letter, at)];
    case 'discard':
      return [
        giveUpLetter(command.letter, { attempts: MOST_ATTEMPTS, lastError: GIVEN_UP.byHand }),
      ];
    case 'release':
      return [releaseLetters({ letter: command.letter, at })];
    case 'release-all':
      return [releaseLetters({ letter: null, at })];
    case 'make-link': {
      const letter = await loadLetter(services.engine.db, command.letter);
      // Where mail goes out, a link is for its recipient alone.
      const shown = services.config.mode !== 'production';
      if (!shown || letter === null || letter.tokenOf === null) return null;
      const { token, writes } = await putInto(services, letter.tokenOf, at);
      return [...writes, fillLetter(letter.id, withToken(letter, token))];
    }
    default:
      return command satisfies never;
  }
}
