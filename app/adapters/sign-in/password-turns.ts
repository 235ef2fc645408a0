// Passwords are looked at two at a time, so that the threads of the process are never all busy with them
// and everything else goes on; who is next is decided in app/domain/policy/turns.ts.
import { emptyLine, join, leave, startNext } from '#app/domain/policy/turns.ts';
import { ok, refused } from '#app/domain/problem.ts';
import type { PasswordTurn } from '#app/identity-ports.ts';

/** Two of the four threads that Node has for such work; each password takes some hundredths of a second. */
const LIMITS: Limits = { atOnce: 2, waiting: 300 };
/** In so many seconds a whole queue is through. */
const COME_BACK_SECONDS = 15;

type Limits = { readonly atOnce: number; readonly waiting: number };
type Ticket = (turn: 'yours' | 'none') => void;

/** Takes everyone in turn; with whom the queue would be too long is told when to come again. */
export function createPasswordTurns({ atOnce, waiting } = LIMITS): PasswordTurn {
  const state = { line: emptyLine<Ticket>() };
  const admit = () => {
    const next = startNext(state.line, atOnce);
    if (next === null) return;
    state.line = next.line;
    next.started('yours');
    admit();
  };
  return async ({ signal, ...asker }, work) => {
    const turn = Promise.withResolvers<'yours' | 'none'>();
    const ticket = turn.resolve;
    const joined = join(state.line, { ...asker, ticket }, waiting);
    state.line = joined.line;
    joined.turnedAway?.('none');
    admit();
    const giveUp = () => ticket('none');
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      if ((await turn.promise) === 'none' || signal?.aborted === true) {
        return refused({ code: 'busy', seconds: COME_BACK_SECONDS });
      }
      return ok(await work());
    } finally {
      signal?.removeEventListener('abort', giveUp);
      state.line = leave(state.line, ticket);
      admit();
    }
  };
}
