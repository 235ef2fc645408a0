// A question for a passkey and its answer: the challenge stays in a signed cookie between the two.
import type { PasskeyQuestion } from '#app/identity-ports.ts';
import type { Services } from '#app/services.server.ts';
import { CHALLENGE_MINUTES, type PasskeyAnswer } from '#app/domain/policy/proof.ts';
import { keepShortly, keptShortly } from './short-cookie.ts';

type Given = Pick<Services, 'config' | 'clock'>;

/** The question as JSON, with the cookie that keeps its challenge. */
export function questionFor(
  { config, clock }: Given,
  { challenge, options }: PasskeyQuestion,
): Response {
  const kept = { settings: config, minutes: CHALLENGE_MINUTES, now: clock().getTime() };
  return Response.json(options, {
    headers: { 'Set-Cookie': keepShortly('challenge', challenge, kept) },
  });
}

/** What the browser answered, and to which challenge; to none it fits nothing. */
export function passkeyAnswer(
  request: Pick<Request, 'headers'>,
  answer: unknown,
  { config, clock }: Given,
): PasskeyAnswer {
  const now = clock().getTime();
  const challenge = keptShortly(request, 'challenge', { settings: config, now }) ?? '';
  return { challenge, answer: parsed(answer) };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Named recovery: what is not JSON is no answer.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
