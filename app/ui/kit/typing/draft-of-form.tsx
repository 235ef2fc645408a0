// A form that is kept on the server while somebody types: the attributes of the form, its hidden field, the line that says
// what is saved, and the way to begin anew.
import { addressOf } from '#app/addresses.ts';
import type { FormDraft } from '#app/domain/policy/form-draft.ts';
import { FORM_DRAFT } from '#words/kit/form-draft-words.ts';
import { SaveStatus } from './save-status.tsx';

type Props = { readonly draft: FormDraft };

function addressIn({ assessmentId: id, place }: FormDraft): string {
  return addressOf('/assessments/:id/drafts/:place', { id, place });
}

/** What ui/kit/typing/typing.ts reads of the form; `refused` = it came back and is not saved. */
export function draftAttributes(draft: FormDraft, refused: boolean) {
  return {
    'data-autosave': addressIn(draft),
    'data-version-field': 'draft',
    'data-unsaved': refused ? '' : undefined,
  };
}

/** Inside the form, above its buttons. */
export function DraftFields({ draft }: Props) {
  return (
    <>
      <input type="hidden" name="draft" value={draft.version} />
      <SaveStatus text="" />
    </>
  );
}

/** Before the form: that a draft stands in it; nothing where none does. */
export function DraftStanding({ draft, here }: Props & { readonly here: string }) {
  if (draft.at === null) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>{FORM_DRAFT.standing(draft.at)}</p>
      <form method="post" action={addressIn(draft)}>
        <button className="nhsuk-button nhsuk-button--secondary" name="drop" value={here}>
          {FORM_DRAFT.drop}
        </button>
      </form>
    </div>
  );
}
