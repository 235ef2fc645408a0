// Asks a signed-in person for their password again, before a step that must be theirs alone. Wrong tries
// count as failed sign-ins.
import { secondsToWait } from '#app/domain/policy/sign-in-delay.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { BusyProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadPasswordHash } from '#db/repositories/accounts.ts';
import { countFailure, forgetFailures, loadFailures } from '#db/repositories/sign-in-failures.ts';

export type ConfirmProblem =
  | BusyProblem
  | { readonly code: 'password-wrong' }
  | { readonly code: 'wait'; readonly seconds: number };

type ConfirmServices = Pick<Services, 'engine' | 'auth' | 'clock' | 'passwordTurn'>;

/** Whether the password is the actor's own. */
export async function confirmPassword(
  services: ConfirmServices,
  actor: Actor,
  password: string,
): Promise<Result<null, ConfirmProblem>> {
  const asker = { account: actor.email, address: null, known: true };
  const turn = await services.passwordTurn(asker, () => inTurn(services, actor, password));
  return turn.ok ? turn.value : turn;
}

async function inTurn(
  { engine, auth, clock }: ConfirmServices,
  actor: Actor,
  password: string,
): Promise<Result<null, ConfirmProblem>> {
  const key = `account ${actor.email}`;
  const now = clock();
  const seconds = secondsToWait('account', await loadFailures(engine.db, key), now.getTime());
  if (seconds > 0) return refused({ code: 'wait', seconds });
  await engine.commit([countFailure(key, now.toISOString())]);
  const hash = await loadPasswordHash(engine.db, actor.id);
  const { password: hasher } = await auth.$context;
  const right = hash !== null && (await hasher.verify({ hash, password }));
  if (!right) return refused({ code: 'password-wrong' });
  await engine.commit([forgetFailures(key)]);
  return ok(null);
}
