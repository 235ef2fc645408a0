// On a slow line people type before the scripts have arrived. When they do, React puts the saved text back
// into a text area (initTextarea in react-dom), so the text on the page is what we hand it.
import { type RefObject, useEffect } from 'react';

/** What the text area holds at this moment; the saved text on the server and where there is no such field. */
export function textOnPage(id: string, saved: string): string {
  if (typeof document === 'undefined') return saved;
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field.value : saved;
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
