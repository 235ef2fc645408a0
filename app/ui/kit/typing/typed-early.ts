// On a slow line people type before the scripts have arrived. When they do, React puts the saved text back
// into a text area and the cursor at its start (initTextarea in react-dom), so we hand it the text on the
// page and put the cursor where it was. Nothing comes in between, because entry.client.tsx does not slice.
import { useLayoutEffect, useState } from 'react';

/** What the text area holds at this moment; the saved text on the server and where there is no such field. */
export function useTextOnPage(id: string, saved: string): string {
  const [before] = useState(() => onPage(id));
  useLayoutEffect(() => {
    const field = fieldOnPage(id);
    if (before === null || field === null || field !== document.activeElement) return;
    field.setSelectionRange(before.start, before.end, before.direction);
  }, [id, before]);
  return before?.text ?? saved;
}

function onPage(id: string) {
  const field = fieldOnPage(id);
  if (field === null) return null;
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  return { text: value, start: selectionStart, end: selectionEnd, direction: selectionDirection };
}

function fieldOnPage(id: string): HTMLTextAreaElement | null {
  if (typeof document === 'undefined') return null;
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field : null;
}
