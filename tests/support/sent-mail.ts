// Everything that waits in the outbox, as it reaches a mail server that takes every letter.
import type { OutgoingMail } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { sendLetters } from '#app/use-cases/letters/send-letters.ts';

/** Sends what is due and gives what the mail server got of it. */
export async function sentMail(services: Services): Promise<readonly OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  await sendLetters({
    ...services,
    sendMail: async (mail) => {
      sent.push(mail);
      return { ok: true };
    },
  });
  return sent;
}

/** The last part of the first address below this path of the service; throws where there is none. */
export function tokenIn({ text }: Pick<OutgoingMail, 'text'>, path: string): string {
  const token = new RegExp(`${path}([^\\s/]+)`).exec(text)?.[1];
  if (token === undefined) throw new Error(`no ${path} in the letter`);
  return token;
}
