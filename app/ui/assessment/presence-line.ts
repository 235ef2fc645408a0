// Says while a page is open who else has it open. It stops while the page is hidden or nobody has touched
// it for five minutes, so that a page left open does not keep a session alive.
import { PRESENCE } from '#words/assessment/assessment-pages.ts';

const EVERY = 20_000;
const IDLE_AFTER = 5 * 60_000;
const SIGNS = ['keydown', 'pointerdown', 'scroll'] as const;

/** Says it in every line of the page that asks for it (`data-presence`). */
export function watchPresence(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-presence]')) {
    watch(line.dataset['presence'] ?? '', (text) => {
      if (line.textContent !== text) line.textContent = text;
    });
  }
}

function watch(url: string, tell: (text: string) => void): void {
  let touched = Date.now();
  let stopped = false;

  async function ask(): Promise<void> {
    const isIdle = Date.now() - touched > IDLE_AFTER;
    if (document.visibilityState === 'visible' && !isIdle) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { Accept: 'application/json' },
      }).catch(() => null);
      // Signed out, or not theirs any more: there is nobody to tell of.
      if (response !== null && !response.ok) stopped = response.status < 500;
      if (response?.ok) tell(textFor(namesIn(await response.json().catch(() => null))));
      if (stopped) tell('');
    }
    if (!stopped) setTimeout(() => void ask(), EVERY);
  }

  function touch(): void {
    touched = Date.now();
  }

  for (const sign of SIGNS) document.addEventListener(sign, touch, { passive: true });
  void ask();
}

function namesIn(body: unknown): readonly string[] {
  const others: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'others') : [];
  return Array.isArray(others) ? others.filter((name) => typeof name === 'string') : [];
}

function textFor(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return PRESENCE.one(last);
  return PRESENCE.several(names.slice(0, -1).join(', '), last);
}
