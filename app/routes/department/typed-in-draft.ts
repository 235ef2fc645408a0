// A draft of the form of an action, as the form takes it.
import { readActionForm } from '#app/http/forms/parse-action.ts';
import type { FormDraft } from '#app/domain/policy/form-draft.ts';

export function typedInDraft({ typed, all }: FormDraft) {
  const criteria = all.flatMap(([name, text]) => (name === 'criteria' ? [text] : []));
  return { typed, criteria };
}

/** The action that a draft holds. */
export function actionTyped({ all }: FormDraft) {
  const form = new FormData();
  for (const [name, text] of all) form.append(name, text);
  return readActionForm(form).action;
}
