// Sends what stands in a form to be kept, and says in words what became of it. It says ‘saved’ only where
// the service has said so, with the version that it is now.
import { TYPING } from '#words/kit/kit-pages.ts';

export type SaveState = {
  readonly kind: 'idle' | 'typing' | 'saving' | 'saved' | 'failed' | 'stopped';
  readonly message: string;
  /** The version that is saved now. */
  readonly version?: number;
};

export type Answer = SaveState & {
  /** Nobody is signed in any more; whoever signs in elsewhere can go on. */
  readonly signedOut?: boolean;
  /** The service was not reached at all. */
  readonly cutOff?: boolean;
};

/** Whoever leaves the page waits for the answer: not for one that never comes. */
const PATIENCE = 15_000;
/** A browser finishes a small request also where its page is closed. */
const OUTLIVES_ITS_PAGE = 60_000;
const ODD = TYPING.odd;

/** The answer to the form as it stands now; it never throws. */
export async function sendTyped(form: HTMLFormElement, url: string): Promise<Answer> {
  const body = new URLSearchParams(textsOf(form)).toString();
  const post = () =>
    fetch(url, {
      method: 'POST',
      body,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      keepalive: body.length < OUTLIVES_ITS_PAGE,
      signal: AbortSignal.timeout(PATIENCE),
    });
  // A connection that was idle may be closed just when it is used again: once more at once.
  const response = await post()
    .catch(post)
    .catch(() => null);
  if (response === null) {
    return {
      kind: 'failed',
      message: TYPING.offline,
      cutOff: true,
    };
  }
  if (response.status === 401) {
    return {
      kind: 'stopped',
      message: TYPING.signedOut,
      signedOut: true,
    };
  }
  return answerIn(response);
}

/** What the service says; a proxy in between says nothing of ours. */
async function answerIn(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  const message = textIn(body, 'message');
  if (response.status >= 500 || response.status === 429) {
    return { kind: 'failed', message: message || ODD };
  }
  if (!response.ok) {
    const kind = response.status === 409 ? 'stopped' : 'idle';
    return { kind, message: notSavedWords(message) };
  }
  const version = numberIn(body, 'version');
  return Number.isInteger(version)
    ? { kind: 'saved', message, version }
    : { kind: 'failed', message: ODD };
}

/** Never without the words that nothing is saved and nothing lost. */
function notSavedWords(said: string): string {
  if (said.includes(TYPING.stillHere)) return said;
  const why = said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
  return [TYPING.notSaved, why, TYPING.textStillHere].filter(Boolean).join(' ');
}

/** The texts of the form; no password, code or answer of a passkey leaves it before its button is chosen. */
function textsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !SECRET.test(name) ? [[name, value]] : [],
  );
}

const SECRET = /^(?:password|code|answer)$/;

function textIn(body: unknown, name: string): string {
  return typeof body === 'object' && body !== null ? String(Reflect.get(body, name) ?? '') : '';
}

function numberIn(body: unknown, name: string): number {
  return typeof body === 'object' && body !== null ? Number(Reflect.get(body, name)) : Number.NaN;
}
