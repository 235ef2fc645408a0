// Hands mail to the mail server of the settings. Every wait has an end, so that a server that hangs holds
// up the next letters and nobody else. Addresses and headers are given as values, never as lines.
import { createTransport } from 'nodemailer';
import type { MailResult, OutgoingMail, SendMail } from '#app/ports.ts';

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 20_000;
const WHOLE_MILLISECONDS = 60_000;

/** One plain address; a list of them, or a name beside one, would be read as such. */
const ONE_ADDRESS = /^[^\s,;:<>()[\]\\"@]+@[^\s,;:<>()[\]\\"@]+$/;

export type MailSettings = {
  /** `smtp://` or `smtps://` with host, port, and user and password where the server asks for them. */
  readonly url: string;
  /** The address that letters come from. */
  readonly from: string;
  /** Who writes, as mail programs show it. */
  readonly name: string;
  /** Shorter waits, for tests. */
  readonly milliseconds?: number;
};

/** A sender of mail; it opens a connection for each letter and closes it again. */
export function createSendMail({ url, from, name, milliseconds }: MailSettings): SendMail {
  const host = from.split('@').at(-1) ?? 'localhost';
  const whole = milliseconds ?? WHOLE_MILLISECONDS;
  return async (mail) => {
    if (!ONE_ADDRESS.test(mail.recipient)) {
      return { ok: false, why: 'refused-for-good', reason: 'EADDRESS' };
    }
    const transport = createTransport({
      url,
      connectionTimeout: Math.min(whole, CONNECT_MILLISECONDS),
      greetingTimeout: Math.min(whole, CONNECT_MILLISECONDS),
      socketTimeout: Math.min(whole, SILENCE_MILLISECONDS),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const timer = Promise.withResolvers<MailResult>();
    const timeout = setTimeout(
      () => timer.resolve({ ok: false, why: 'unreachable', reason: 'TIMEOUT' }),
      whole,
    );
    try {
      return await Promise.race([
        transport
          .sendMail(messageOf(mail, { from, name, host }))
          .then((): MailResult => ({ ok: true })),
        timer.promise,
      ]);
    } catch (error) {
      // Named recovery: whatever the server did, the letter waits and is tried again.
      return resultOf(error);
    } finally {
      clearTimeout(timeout);
      transport.close();
    }
  };
}

type Sender = { readonly from: string; readonly name: string; readonly host: string };

function messageOf(mail: OutgoingMail, { from, name, host }: Sender) {
  return {
    from: { name, address: from },
    to: { name: '', address: mail.recipient },
    envelope: { from, to: [mail.recipient] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.createdAt),
    messageId: `<${mail.id}@${host}>`,
    list: {
      id: { url: `notices.${host}`, comment: name },
      ...(mail.unsubscribe === null ? {} : { unsubscribe: mail.unsubscribe }),
    },
    headers: {
      // Nobody's out-of-office reply is wanted.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // One click in the mail program is enough (RFC 8058).
      ...(mail.unsubscribe === null
        ? {}
        : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

// Refused for good is only what the server says of this recipient or this message, with a code of 5xx;
// a wrong password of ours is not the letter's fault.
function resultOf(error: unknown): MailResult {
  const code = textOf(error, 'code') || 'UNKNOWN';
  const answered = Number(textOf(error, 'responseCode') || 0);
  const reason = answered === 0 ? code : `${code} ${answered}`;
  if (answered === 0 || code === 'EAUTH') return { ok: false, why: 'unreachable', reason };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { ok: false, why: answered >= 500 && ofThisMail ? 'refused-for-good' : 'refused', reason };
}

function textOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
