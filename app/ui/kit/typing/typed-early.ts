// On a slow line people type before the scripts have arrived. When they do, React puts the saved text back
// into a text area and the cursor at its start (initTextarea in react-dom), so we hand it the text on the
// page and put the cursor where it was. Nothing comes in between, because entry.client.tsx does not slice.
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

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

/** Tells whoever listens to the form that something was typed before they could hear it. */
export function useTypedEarly(
  form: RefObject<HTMLFormElement | null>,
  saved: Readonly<Record<string, string>>,
): void {
  useEffect(() => {
    const fields = form.current?.querySelectorAll('textarea') ?? [];
    const typed = [...fields].find(({ name, value }) => value !== lines(saved[name] ?? ''));
    typed?.dispatchEvent(new Event('input', { bubbles: true }));
    // Once, when the scripts have arrived: later on the form is heard as it is typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
}

/** A text as a text area gives it back: a line feed for every kind of line break. */
function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
