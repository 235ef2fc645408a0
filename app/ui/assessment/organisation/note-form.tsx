// The note that a department adds where its organisation answers: a text alone, saved as answers are.
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { addressOf } from '#app/addresses.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { useAutosave } from '#app/ui/kit/typing/autosave-form.ts';
import { useTypedEarly } from '#app/ui/kit/typing/typed-early.ts';
import { AnswerText, type Answered, unsavedMark } from '#app/ui/assessment/answer-form.tsx';
import { usePresence } from '#app/ui/assessment/presence-line.ts';

type Props = {
  readonly page: CriterionPage;
  readonly note: { readonly text: string; readonly version: number };
  readonly answered: Answered | null;
  readonly onSaved: () => void;
};

export function NoteForm({ page, note, answered, onSaved }: Props) {
  const at = { id: page.id, criterion: page.criterion.id };
  const { form, state } = useAutosave(
    addressOf('/assessments/:id/criteria/:criterion/autosave', at),
    onSaved,
  );
  const others = usePresence(addressOf('/assessments/:id/criteria/:criterion/presence', at));
  const start = {
    narrative: answered?.typed['narrative'] ?? note.text,
    version: String(answered?.conflict?.version ?? note.version),
  };
  useTypedEarly(form, start);
  return (
    <form
      method="post"
      autoComplete="off"
      noValidate
      ref={form}
      aria-label="Note"
      data-autosave=""
      data-unsaved={unsavedMark(answered)}
    >
      <p className="app-presence" role="status">
        {others}
      </p>
      <input type="hidden" name="version" value={start.version} />
      <AnswerText
        name="narrative"
        label={ORGANISATION_ANSWER.note}
        rows={6}
        value={start.narrative}
        error={answered?.errors['narrative'] ?? answered?.errors['rating']}
      />
      <p className="app-status" role="status" data-state={state.kind}>
        {state.message}
      </p>
      <div className="app-button-row">
        <button className="nhsuk-button" name="intent" value="continue">
          Save and continue
        </button>
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="stay">
          Save
        </button>
      </div>
    </form>
  );
}
