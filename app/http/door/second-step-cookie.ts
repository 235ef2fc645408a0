// What a browser keeps between the first step of signing in and the second.
import { SECOND_STEP_MINUTES } from '#app/domain/policy/proof.ts';
import type { Services } from '#app/services.server.ts';
import { keepShortly } from './short-cookie.ts';

/** The header that has the ticket kept. */
export function secondStepCookie(
  { config, clock }: Pick<Services, 'config' | 'clock'>,
  ticket: string,
) {
  const kept = { settings: config, minutes: SECOND_STEP_MINUTES, now: clock().getTime() };
  return { 'Set-Cookie': keepShortly('second-step', ticket, kept) };
}
