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
    if (now !== null && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes);
  }
}
