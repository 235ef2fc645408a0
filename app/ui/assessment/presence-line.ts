// Says while a page is open who else has it open. It stops while the page is hidden or nobody has touched
// it for five minutes, so that a page left open does not keep a session alive.
import { PRESENCE } from '#words/assessment/assessment-pages.ts';
import { useEffect, useState } from 'react';

const EVERY = 20_000;
const IDLE_AFTER = 5 * 60_000;
const SIGNS = ['keydown', 'pointerdown', 'scroll'] as const;

/** What a live region says: who is there, or nothing. */
export function usePresence(url: string): string {
  const [text, setText] = useState('');
  useEffect(() => watch(url, setText), [url]);
  return text;
}

function watch(url: string, tell: (text: string) => void): () => void {
  let touched = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
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
    if (!stopped) timer = setTimeout(() => void ask(), EVERY);
  }

  function touch(): void {
    touched = Date.now();
  }

  for (const sign of SIGNS) document.addEventListener(sign, touch, { passive: true });
  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const sign of SIGNS) document.removeEventListener(sign, touch);
  };
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
