// Saves a form while someone types: two seconds after the last key, on leaving a field, and where they do
// not stop, three seconds after the first. Text is never lost: what could not be saved stays in the form, is
// said in words, and is tried again. Whatever would leave the page waits until the text is saved.
import { TYPING } from '#words/kit/kit-pages.ts';
import { changedIn } from './changed-fields.ts';
import { leavesOpen, opensBeside } from './leaves-open.ts';
import { type Answer, type SaveState, sendTyped } from './send-typed.ts';

export type { SaveState } from './send-typed.ts';

const PAUSE = 2000;
/** With the way to the service, less than five seconds of typing are ever unsaved. */
const LONGEST = 3000;
const RETRY = 10_000;

/**
 * Keeps the form saved. A form with `data-unsaved` holds a text
 * that was refused; with the value `choose` somebody else's is saved meanwhile, so a button alone saves it.
 */
export function keepSaved(
  form: HTMLFormElement,
  url: string,
  tell: (state: SaveState) => void,
): void {
  const cameBack = form.dataset['unsaved'];
  const versionField = form.dataset['versionField'] ?? 'version';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let unsaved = cameBack !== undefined;
  let since: number | null = null;
  let stopped = cameBack === 'choose';
  let cutOff = false;
  let version: number | null = null;
  // What a person has decided to leave behind.
  let dropped = false;

  async function save(): Promise<void> {
    unsaved = false;
    since = null;
    tell({ kind: 'saving', message: TYPING.saving });
    const answer = await sendTyped(form, url);
    version = answer.version ?? version;
    cutOff = answer.cutOff ?? false;
    // Signed in again in another window, they write on.
    stopped = answer.kind === 'stopped' && answer.signedOut !== true;
    told(answer);
  }

  function told(answer: Answer): void {
    const typedOn = unsaved;
    if (answer.kind !== 'saved') unsaved = true;
    if (answer.kind === 'failed') later(RETRY);
    else if (typedOn && !stopped) soon();
    tell(typedOn && answer.kind === 'saved' ? { kind: 'typing', message: '' } : answer);
  }

  /** What is typed is saved, or tried; null where there is nothing to wait for. */
  function settled(): Promise<void> | null {
    clearTimeout(timer);
    if (underWay !== null) return underWay.then(() => settled() ?? undefined);
    if (!unsaved || stopped) return null;
    underWay = save().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  function saveNow(): void {
    if (underWay === null) void settled();
  }

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(saveNow, wait);
  }

  function soon(): void {
    since ??= Date.now();
    later(Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  }

  function typed(): void {
    unsaved = true;
    dropped = false;
    if (stopped) return;
    tell({ kind: 'typing', message: '' });
    soon();
  }

  // A button of the form, of another one, or a link: each waits for what is being saved, so that nothing is
  // cut off and a button never meets its form's own earlier self. What cannot be reached is not asked.
  function submitted(event: SubmitEvent): void {
    const { submitter, target } = event;
    if (leavesOpen(event) || !(target instanceof HTMLFormElement)) return;
    const waiting = settled();
    if (waiting === null) {
      if (target === form) dropped = true;
      return;
    }
    event.preventDefault();
    void waiting.then(() => {
      if (target === form && cutOff) return;
      if (target === form) unsaved = false;
      target.requestSubmit(submitter);
    });
  }

  function followed(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || opensBeside(event, link)) return;
    if (link.dataset['drop'] !== undefined) dropped = true;
    if (dropped || cameBack === 'choose') return;
    const waiting = settled();
    if (waiting === null) return;
    event.preventDefault();
    void waiting.then(() => location.assign(link.href));
  }

  // What saves in any program saves here, and no page to the disk.
  function keyed(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (unsaved || underWay !== null) saveNow();
    // Whoever asks is answered.
    else if (!stopped) tell({ kind: 'idle', message: TYPING.nothingNew });
  }

  // The version saved last goes along with whatever is sent next: by this script or by a button.
  function collected({ formData }: FormDataEvent): void {
    if (version !== null) formData.set(versionField, String(version));
  }

  function leaving(event: BeforeUnloadEvent): void {
    if (dropped || (!unsaved && underWay === null)) return;
    saveNow();
    event.preventDefault();
  }

  // What was typed before this script ran is not saved yet either.
  if (changedIn(form)) typed();
  form.addEventListener('input', typed);
  form.addEventListener('focusout', saveNow);
  form.addEventListener('formdata', collected);
  document.addEventListener('submit', submitted);
  document.addEventListener('click', followed);
  document.addEventListener('keydown', keyed);
  document.addEventListener('visibilitychange', saveNow);
  window.addEventListener('online', saveNow);
  window.addEventListener('beforeunload', leaving);
}
