// What a department calls an assessment, so that several of the same department are told apart.
import { sameNamed } from '#app/domain/place-name.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';
import { mayWrite, type TextRule } from '#app/domain/written-text.ts';

const NAME_CHARACTERS = 80;

/** The name as it is kept: one line, '' where nothing of it can be seen. */
export function checkDraftName(text: string): Result<string, TextRule<'name-too-long'>> {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  const name = mayWrite({ code: 'name-too-long', most: NAME_CHARACTERS }, oneLine);
  return name.ok && !hasVisibleText(name.value) ? ok('') : name;
}

/** Another one of the department is called so, or has no name either. */
export type NameTaken = { readonly code: 'name-taken' };

/** Whether no other one that is under way is called so. */
export function checkNameFree(
  name: string,
  others: readonly { readonly name: string }[],
): Result<null, NameTaken> {
  return sameNamed(name, others) === null ? ok(null) : refused({ code: 'name-taken' });
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
