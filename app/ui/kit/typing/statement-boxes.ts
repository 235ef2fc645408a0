// Statements that are ticked in a form (`data-statements`): a box that stands for itself (`data-alone`) and the others take
// each other away, a button ticks all up to its rating, and a line says which rating that gives. The server does the
// same without scripts.
import { TICKED_NOW } from '#words/kit/kit-pages.ts';

/** Listens to every such group of the page. */
export function listenToStatements(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.checked) keepApart(target);
    sayRating(groupOf(target));
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest('button') : null;
    const group = button === null ? null : groupOf(button);
    if (button?.name !== 'upTo' || group === null) return;
    event.preventDefault();
    tickUpTo(group, Number(button.value));
    sayRating(group);
    button.form?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function groupOf(part: Element): Element | null {
  return part.closest('[data-statements]');
}

function boxesIn(group: Element): readonly HTMLInputElement[] {
  return [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
}

function standsAlone({ dataset }: HTMLInputElement): boolean {
  return dataset['alone'] !== undefined;
}

function keepApart(ticked: HTMLInputElement): void {
  const group = groupOf(ticked);
  if (group === null) return;
  for (const box of boxesIn(group)) {
    if (box !== ticked && (standsAlone(ticked) || standsAlone(box))) box.checked = false;
  }
}

function tickUpTo(group: Element, highest: number): void {
  for (const box of boxesIn(group)) {
    const rating = Number(/^tick-(\d+)-/.exec(box.name)?.[1]);
    box.checked = rating <= highest;
  }
}

/** The rating that is given by what is ticked now: the highest of which all is, with all of those below it. */
function sayRating(group: Element | null): void {
  const line = group?.querySelector<HTMLElement>('[data-ticked-now]');
  if (!group || !line) return;
  const ratings = [...group.querySelectorAll<HTMLElement>('[data-rating]')];
  const labels = [
    line.dataset['tickedNow'] ?? '',
    ...ratings.map((each) => each.dataset['rating'] ?? ''),
  ];
  const missing = ratings.findIndex((each) => boxesIn(each).some((box) => !box.checked));
  const given = missing === -1 ? ratings.length : missing;
  const more = ratings.slice(given).some((each) => boxesIn(each).some((box) => box.checked));
  const any = boxesIn(group).some(
    (box) => box.checked && box.dataset['notApplicable'] === undefined,
  );
  line.textContent = any
    ? TICKED_NOW(labels[given] ?? '', more ? (labels[given + 1] ?? null) : null)
    : '';
}
