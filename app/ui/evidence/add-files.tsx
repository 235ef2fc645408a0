// Files that go up while the page of a criterion stays open (send-files.ts): several at once, by choice or by drop. Without
// scripts it is not there; the link beside it leads to the form.
import { addressOf } from '#app/addresses.ts';
import type { KindChoice } from '#app/queries/evidence/kind-choice.ts';
import { EVIDENCE_FILES } from '#words/evidence/evidence-pages.ts';

type Props = { readonly id: string; readonly criterion: string; readonly kinds: KindChoice };

// Its fields have no names: they are no part of the form around them.
export function AddFiles({ id, criterion, kinds: { options, preset } }: Props) {
  return (
    <div
      className="app-add-files"
      data-files={addressOf('/assessments/:id/criteria/:criterion/files', { id, criterion })}
      hidden
    >
      {options.length === 0 ? null : (
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="files-kind">
            {EVIDENCE_FILES.kind}
          </label>
          <select className="nhsuk-select" id="files-kind" defaultValue={preset ?? ''}>
            <option value="">{EVIDENCE_FILES.noKind}</option>
            {options.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {kind.label}
              </option>
            ))}
          </select>
        </div>
      )}
      <label className="nhsuk-label" htmlFor="files">
        {EVIDENCE_FILES.label}
      </label>
      <div className="nhsuk-hint" id="files-hint">
        {EVIDENCE_FILES.hint}
      </div>
      <input className="app-file" type="file" id="files" multiple aria-describedby="files-hint" />
      <div role="status" hidden>
        <ul className="app-sent-files" />
      </div>
    </div>
  );
}
