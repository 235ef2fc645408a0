// Parts of a page that follow what is saved (`data-live`, each with an id): read anew from the page’s own address.

/** The event of a form whose texts were saved while somebody typed. */
export const KEPT = 'charter:kept';

/** Reads them anew now, and whenever a form of the page was saved. */
export function followWhatIsSaved(): void {
  document.addEventListener(KEPT, () => void freshenParts());
}

/** Puts what the page says now in the place of what it said; a page that is not to be had changes nothing. */
export async function freshenParts(): Promise<void> {
  const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } }).catch(
    () => null,
  );
  if (response === null || !response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(part.id);
    if (now !== null && now.innerHTML !== part.innerHTML) replace(part, now);
  }
}

/** Whoever stands on a link or a button of it with the keyboard stands there afterwards, if it is there. */
function replace(part: Element, now: Element): void {
  const held = document.activeElement;
  const at = held !== null && part.contains(held) ? markOf(held) : null;
  part.replaceChildren(...now.childNodes);
  if (at === null) return;
  const again = [...part.querySelectorAll<HTMLElement>(STOPS)].find((one) => markOf(one) === at);
  if (again !== undefined) return again.focus();
  if (part instanceof HTMLElement) {
    part.tabIndex = -1;
    part.focus();
  }
}

const STOPS = 'a[href], button, summary, input, select, textarea';

function markOf(element: Element): string {
  const address = element.getAttribute('href') ?? element.getAttribute('name') ?? '';
  return `${element.tagName} ${address} ${element.textContent}`;
}
