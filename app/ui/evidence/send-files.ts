// Sends files that are chosen or dropped on the page of a criterion (add-files.tsx), one after the other, and says beside
// the name of each how far it is. Whoever saves or leaves meanwhile waits until all are there.
import { EVIDENCE_FILES } from '#words/evidence/evidence-pages.ts';
import { freshenParts } from '#app/ui/kit/typing/fresh-parts.ts';

/** Settled when nothing is on its way. */
let underWay: Promise<void> = Promise.resolve();
let count = 0;
/** What is said of the first file that failed since nothing was on its way; null = none did. */
let failed: HTMLElement | null = null;

/** Shows the place for files, and listens to it. */
export function takeFiles(): void {
  for (const area of document.querySelectorAll<HTMLElement>('[data-files]')) {
    area.hidden = false;
    const field = area.querySelector<HTMLInputElement>('input[type=file]');
    field?.addEventListener('change', () => {
      take(area, field.files);
      field.value = '';
    });
    // Nothing of it belongs to the form around it, which would be saved for it.
    for (const kind of ['input', 'change']) {
      area.addEventListener(kind, (event) => event.stopPropagation());
    }
    listenToDrops(area);
  }
  listenBeside();
  document.addEventListener('submit', waitFirst, { capture: true });
  window.addEventListener('beforeunload', (event) => {
    if (count > 0) event.preventDefault();
  });
}

function listenToDrops(area: HTMLElement): void {
  const over = (isOver: boolean) => area.classList.toggle('app-add-files--over', isOver);
  area.addEventListener('dragover', (event) => {
    event.preventDefault();
    over(true);
  });
  area.addEventListener('dragleave', () => over(false));
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    over(false);
    take(area, event.dataTransfer?.files ?? null);
  });
}

/** A file that is let go beside the place for it is meant for it all the same; the browser would open it here. */
function listenBeside(): void {
  const isFile = ({ dataTransfer }: DragEvent) =>
    [...(dataTransfer?.items ?? [])].some(({ kind }) => kind === 'file');
  const areas = document.querySelectorAll<HTMLElement>('[data-files]');
  const [area] = areas;
  if (area === undefined) return;
  document.addEventListener('dragover', (event) => {
    if (isFile(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !isFile(event)) return;
    event.preventDefault();
    take(area, event.dataTransfer?.files ?? null);
    area.scrollIntoView({ block: 'nearest' });
  });
}

/** A form that is sent while files are on their way is sent after them, and stays where one of them fails. */
function waitFirst(event: SubmitEvent): void {
  const { target, submitter } = event;
  if (count === 0 || !(target instanceof HTMLFormElement)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const status = target.querySelector('[data-save-state]');
  if (status !== null) status.textContent = EVIDENCE_FILES.first;
  void underWay.then(() => {
    if (failed === null) return target.requestSubmit(submitter);
    if (status !== null) status.textContent = EVIDENCE_FILES.failed;
    return failed.focus();
  });
}

function take(area: HTMLElement, files: FileList | null): void {
  const kind = area.querySelector('select')?.value ?? '';
  if (count === 0) failed = null;
  for (const file of files ?? []) {
    const line = lineFor(area, file);
    count += 1;
    underWay = underWay
      .then(() => send({ to: area.dataset['files'] ?? '', file, kind }, line))
      .finally(() => {
        count -= 1;
      });
  }
}

type Line = { readonly progress: HTMLProgressElement; readonly words: HTMLElement };

function lineFor(area: HTMLElement, { name }: File): Line {
  const item = document.createElement('li');
  const title = document.createElement('bdi');
  title.textContent = name;
  const progress = document.createElement('progress');
  progress.max = 100;
  progress.value = 0;
  progress.setAttribute('aria-label', name);
  const words = document.createElement('span');
  words.textContent = EVIDENCE_FILES.waiting;
  item.append(title, progress, words);
  const list = area.querySelector('ul');
  list?.append(item);
  if (list?.parentElement) list.parentElement.hidden = false;
  return { progress, words };
}

type Sending = { readonly to: string; readonly file: File; readonly kind: string };

async function send({ to, file, kind }: Sending, { progress, words }: Line): Promise<void> {
  const body = new FormData();
  if (kind !== '') body.append('kind', kind);
  // Last, so that all else has arrived where the file is refused half-way.
  body.append('file', file);
  const request = new XMLHttpRequest();
  const ended = Promise.withResolvers<void>();
  request.open('POST', to);
  request.setRequestHeader('accept', 'application/json');
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    progress.value = total === 0 ? 0 : Math.floor((100 * loaded) / total);
    words.textContent =
      loaded < total ? EVIDENCE_FILES.going(progress.value) : EVIDENCE_FILES.checking;
  });
  request.addEventListener('loadend', () => ended.resolve());
  request.send(body);
  await ended.promise;
  progress.remove();
  words.textContent = wordsOf(request);
  if (request.status === 200) return freshenParts();
  words.className = 'nhsuk-error-message';
  words.tabIndex = -1;
  failed ??= words;
  return undefined;
}

/** What became of it; a proxy in between says nothing of ours. */
function wordsOf({ status, responseText }: XMLHttpRequest): string {
  if (status === 0) return EVIDENCE_FILES.cutOff;
  if (status === 401) return EVIDENCE_FILES.signedOut;
  if (status === 403 || status === 404) return EVIDENCE_FILES.notNow;
  return messageIn(responseText) || EVIDENCE_FILES.odd;
}

function messageIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null
      ? String(Reflect.get(body, 'message') ?? '')
      : '';
  } catch {
    // Named recovery: a page of something in between, and no answer of ours.
    return '';
  }
}
