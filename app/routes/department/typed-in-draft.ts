// A draft of the form of an action, as the form takes it.
import type { FormDraft } from '#app/domain/policy/form-draft.ts';

export function typedInDraft({ typed, all }: FormDraft) {
  const criteria = all.flatMap(([name, text]) => (name === 'criteria' ? [text] : []));
  return { typed, criteria };
}
