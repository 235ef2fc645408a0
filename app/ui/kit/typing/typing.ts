// On every page, beside React or without it: warns before a text that is not saved is left behind, and keeps
// saved what stands in a form that says where (`data-autosave`), and keeps boxes of statements apart. Nothing of it is stored in the browser.
import { TYPING } from '#words/kit/kit-pages.ts';
import { changedIn, holdsText } from './changed-fields.ts';
import { KEPT } from './fresh-parts.ts';
import { keepSaved } from './keep-saved.ts';
import { leavesOpen } from './leaves-open.ts';
import { listenToStatements } from './statement-boxes.ts';

listenToStatements();

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  const url = form.dataset['autosave'] ?? '';
  const status = form.querySelector<HTMLElement>('[data-save-state]');
  if (url !== '' && status !== null) {
    keepSaved(form, url, ({ kind, message, version }) => {
      status.dataset['state'] = kind;
      status.textContent = message;
      if (kind === 'saved') {
        form.dispatchEvent(new CustomEvent(KEPT, { bubbles: true, detail: version ?? null }));
      }
    });
  }
}

/** Texts that could not be saved: shown again, or carried through a sign-in (http/door/keep-for-later.ts). */
const CARRIES = '[data-carried], form:has([name="kept-form"])';

/** The form that is on its way: its own text is no reason to stay. */
let sent: HTMLFormElement | null = null;
let dropped = false;

document.addEventListener('submit', (event) => {
  const { target } = event;
  if (leavesOpen(event) || !(target instanceof HTMLFormElement)) return;
  if (navigator.onLine || target.method !== 'post') {
    sent = target;
    return;
  }
  // The page in its place would be one of the browser’s own, and the text would be gone.
  event.preventDefault();
  sayOffline(target);
});
document.addEventListener('input', () => {
  sent = null;
  dropped = false;
});
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a[data-drop]') !== null) dropped = true;
});
window.addEventListener('beforeunload', (event) => {
  if (!dropped && isAnythingUnsaved()) event.preventDefault();
});

function sayOffline(form: HTMLFormElement): void {
  form.querySelector('[data-offline]')?.remove();
  const words = document.createElement('p');
  words.className = 'nhsuk-error-message';
  words.role = 'alert';
  words.dataset['offline'] = '';
  words.textContent = TYPING.notSent;
  form.append(words);
}

function isAnythingUnsaved(): boolean {
  const forms = [...document.forms].filter((form) => form !== sent && form.method === 'post');
  if (forms.some(isUnsaved)) return true;
  // What a page carries or shows because it could not be saved; a form that carries it takes it along.
  return !(sent?.matches(CARRIES) ?? false) && document.querySelector(CARRIES) !== null;
}

// A form that came back with what was typed is not saved either, though nobody has typed since.
function isUnsaved(form: HTMLFormElement): boolean {
  if (form.dataset['autosave'] !== undefined) return false;
  const refused = document.documentElement.dataset['refused'] !== undefined;
  const cameBack = form.dataset['unsaved'] !== undefined || (refused && holdsText(form));
  return cameBack || changedIn(form);
}
