// The note that a department adds where its organisation answers: a text alone, saved as answers are.
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { AnswerText, type Answered } from '#app/ui/assessment/answer-form.tsx';
import { SavedForm, unsavedMark } from '#app/ui/assessment/saved-form.tsx';

type Props = {
  readonly page: CriterionPage;
  readonly note: { readonly text: string; readonly version: number };
  readonly answered: Answered | null;
};

export function NoteForm({ page, note, answered }: Props) {
  return (
    <SavedForm
      at={{ id: page.id, criterion: page.criterion.id }}
      label="Note"
      version={String(answered?.conflict?.version ?? note.version)}
      unsaved={unsavedMark(answered)}
    >
      <AnswerText
        name="narrative"
        label={ORGANISATION_ANSWER.note}
        rows={6}
        value={answered?.typed['narrative'] ?? note.text}
        error={answered?.errors['narrative'] ?? answered?.errors['rating']}
      />
    </SavedForm>
  );
}
