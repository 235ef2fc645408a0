// Saves a form while someone types, for a page of React: what keep-saved.ts tells is its state.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepSaved, type SaveState } from './keep-saved.ts';

/** Watches the form that the ref is put on; the state is what a live region says. `onSaved` is told of each save. */
export function useAutosave(url: string, onSaved?: () => void) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<SaveState>({ kind: 'idle', message: '' });

  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    return keepSaved(element, url, setState);
  }, [url]);

  const told = useEffectEvent(() => onSaved?.());
  useEffect(() => {
    if (state.kind === 'saved') told();
  }, [state]);
  return { form, state };
}
