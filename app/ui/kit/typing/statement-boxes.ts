// Statements that are ticked in a form (`data-statements`): a box that stands for itself (`data-alone`) and the others take
// each other away, and a button ticks all up to its rating. The server does the same without scripts.

/** Listens to every such group of the page. */
export function listenToStatements(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.checked) keepApart(target);
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest('button') : null;
    const group = button === null ? null : groupOf(button);
    if (button?.name !== 'upTo' || group === null) return;
    event.preventDefault();
    tickUpTo(group, Number(button.value));
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
