// A form of a criterion that is saved while somebody types (ui/kit/typing/typing.ts), and by its buttons; without scripts
// the buttons do the same. What is saved stands beside the buttons, which stay in view.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import { SaveStatus } from '#app/ui/kit/typing/save-status.tsx';
import { ANSWER_FORM } from '#words/assessment/answer-form-words.ts';

type Props = {
  readonly at: { readonly id: string; readonly criterion: string };
  readonly label: string;
  /** The version that it is filled in on. */
  readonly version: string;
  /** What ui/kit/typing/keep-saved.ts reads: undefined = saved, '' = refused, ‘choose’ = another version is saved. */
  readonly unsaved: string | undefined;
  readonly children: ReactNode;
  /** Further buttons; they do not stay in view. */
  readonly more?: ReactNode;
};

export function SavedForm({ at, label, version, unsaved, children, more }: Props) {
  return (
    <form
      method="post"
      autoComplete="off"
      noValidate
      aria-label={label}
      data-autosave={addressOf('/assessments/:id/criteria/:criterion/autosave', at)}
      data-unsaved={unsaved}
    >
      <p
        className="app-presence"
        role="status"
        data-presence={addressOf('/assessments/:id/criteria/:criterion/presence', at)}
      />
      <input type="hidden" name="version" value={version} />
      {children}
      <div className="app-save-bar">
        <SaveStatus text="" />
        <div className="app-button-row">
          <button className="nhsuk-button" name="intent" value="continue">
            Save and continue
          </button>
          <button
            className="nhsuk-button nhsuk-button--secondary"
            name="intent"
            value="stay"
            aria-keyshortcuts="Control+S"
          >
            {ANSWER_FORM.save}
          </button>
        </div>
      </div>
      {more}
    </form>
  );
}

/** What of a form is not saved. */
export function unsavedMark(
  answered: { readonly conflict?: object | null | undefined } | null,
): string | undefined {
  if (answered === null) return undefined;
  return answered.conflict ? 'choose' : '';
}
