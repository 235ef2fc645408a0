// What a department calls an assessment, so that several of the same department are told apart.
import { tidy } from '#app/domain/field-problem.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';

export const NAME_CHARACTERS = 80;

/** The name as it is kept: one line, '' where nothing of it can be seen; null where it is too long. */
export function draftName(text: string): string | null {
  const name = tidy(text).replaceAll(/\s+/g, ' ');
  if (name.length > NAME_CHARACTERS) return null;
  return hasVisibleText(name) ? name : '';
}

/** How an assessment is called in lists: its department, and its name where it has one. */
export function labelOf({
  department,
  name,
}: {
  readonly department: string;
  readonly name: string;
}): string {
  return name === '' ? department : `${department}: ${name}`;
}
