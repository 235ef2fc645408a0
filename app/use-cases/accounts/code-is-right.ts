// A code that is asked for beside something else, such as a signature: it counts for whoever asks there alone.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { Account } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict } from '#db/store.ts';
import { codeUse } from './check-code.ts';
import { openGate, countGuess, forgiven, type GateProblem, type Guess } from './guessing-gate.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'authenticators'>;

/** Whether the code is of the account, and was not used before; it is used up. */
export async function codeIsRight(
  services: Given,
  account: Account,
  { code, from }: { readonly code: string; readonly from: string },
): Promise<Result<null, GateProblem | { readonly code: 'code-wrong' }>> {
  const guess: Guess = {
    of: 'code',
    account: account.email,
    address: '',
    device: from,
    signedIn: true,
  };
  const open = await openGate(services, guess);
  if (!open.ok) return open;
  const at = services.clock().toISOString();
  await countGuess(services, guess, at);
  const use = codeUse(services, account, code);
  if (use === null) return refused({ code: 'code-wrong' });
  try {
    await services.engine.commit([use.write, ...forgiven(guess, at)]);
    return ok(null);
  } catch (error) {
    // Named recovery: the code was used before.
    if (error instanceof Conflict) return refused({ code: 'code-wrong' });
    throw error;
  }
}
