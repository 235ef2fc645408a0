// Saves a form while someone types: two seconds after the last key and on leaving a field. Text is never
// lost: what could not be saved stays in the form, is said in words, and is tried again.
import { useEffect, useRef, useState } from 'react';

const PAUSE = 2000;
const RETRY = 10_000;

export type SaveState = {
  readonly kind: 'idle' | 'typing' | 'saving' | 'saved' | 'failed' | 'stopped';
  readonly message: string;
};

type Answer = {
  readonly kind: SaveState['kind'];
  readonly message: string;
  readonly version?: number;
};

/** Watches the form that the ref is put on; the state is what a live region says. */
export function useAutosave(url: string) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<SaveState>({ kind: 'idle', message: '' });

  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    return watch(element, url, setState);
  }, [url]);
  return { form, state };
}

function watch(form: HTMLFormElement, url: string, tell: (state: SaveState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let unsaved = false;
  let stopped = false;
  let version: number | null = null;

  async function save(): Promise<void> {
    unsaved = false;
    tell({ kind: 'saving', message: 'Saving…' });
    const answer = await send(form, url);
    version = answer.version ?? version;
    if (answer.kind !== 'saved') unsaved = true;
    if (answer.kind === 'failed') later(RETRY);
    stopped = answer.kind === 'stopped';
    tell(unsaved && answer.kind === 'saved' ? { kind: 'typing', message: '' } : answer);
  }

  function saveNow(): void {
    clearTimeout(timer);
    if (!unsaved || stopped) return;
    if (underWay !== null) {
      later(PAUSE);
      return;
    }
    underWay = save().finally(() => {
      underWay = null;
    });
  }

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(saveNow, wait);
  }

  function typed(): void {
    unsaved = true;
    if (stopped) return;
    tell({ kind: 'typing', message: '' });
    later(PAUSE);
  }

  // A save by button waits for the one under way, so that it never meets its own earlier self.
  function submitted(event: SubmitEvent): void {
    clearTimeout(timer);
    unsaved = false;
    if (underWay === null) return;
    event.preventDefault();
    const { submitter } = event;
    void underWay.then(() => {
      form.requestSubmit(submitter);
    });
  }

  // The version saved last goes along with whatever is sent next: by this script or by a button.
  function collected({ formData }: FormDataEvent): void {
    if (version !== null) formData.set('version', String(version));
  }

  function leaving(event: BeforeUnloadEvent): void {
    if (unsaved) event.preventDefault();
  }

  // What was typed before this script ran is not saved yet either.
  if (differsFromPage(form)) typed();
  form.addEventListener('input', typed);
  form.addEventListener('focusout', saveNow);
  form.addEventListener('submit', submitted);
  form.addEventListener('formdata', collected);
  window.addEventListener('beforeunload', leaving);
  return () => {
    clearTimeout(timer);
    form.removeEventListener('input', typed);
    form.removeEventListener('focusout', saveNow);
    form.removeEventListener('submit', submitted);
    form.removeEventListener('formdata', collected);
    window.removeEventListener('beforeunload', leaving);
  };
}

function differsFromPage(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    const choice = field instanceof HTMLInputElement && field.type === 'radio';
    return choice && field.checked !== field.defaultChecked;
  });
}

async function send(form: HTMLFormElement, url: string): Promise<Answer> {
  const post = () =>
    fetch(url, {
      method: 'POST',
      body: new URLSearchParams(textsOf(form)),
      headers: { Accept: 'application/json' },
    });
  // A connection that was idle may be closed just when it is used again: once more at once.
  const response = await post()
    .catch(post)
    .catch(() => null);
  if (response === null) {
    return {
      kind: 'failed',
      message: 'Not saved: there is no connection. Your text is still here. Trying again soon.',
    };
  }
  if (response.status >= 500) return { kind: 'failed', message: await failureIn(response) };
  if (response.status === 401) {
    return {
      kind: 'stopped',
      message:
        'You have been signed out. Your text is still here: choose ‘Save’ to sign in and keep it.',
    };
  }
  const body: unknown = await response.json().catch(() => null);
  const message = textIn(body, 'message');
  if (!response.ok) return { kind: response.status === 409 ? 'stopped' : 'idle', message };
  return { kind: 'saved', message, version: numberIn(body, 'version') };
}

/** What the service says is wrong; a proxy in between says nothing of ours. */
async function failureIn(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const said = textIn(body, 'message');
  return said === ''
    ? 'Not saved: the service does not answer as it should. Your text is still here. Trying again soon.'
    : said;
}

function textsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

function textIn(body: unknown, name: string): string {
  return typeof body === 'object' && body !== null ? String(Reflect.get(body, name) ?? '') : '';
}

function numberIn(body: unknown, name: string): number {
  return typeof body === 'object' && body !== null ? Number(Reflect.get(body, name)) : 0;
}
