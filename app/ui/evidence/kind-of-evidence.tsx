// The kind of an item of evidence, where the charter tells kinds apart: asked in forms, shown in lists.
import type { KindChoice } from '#app/queries/evidence/kind-choice.ts';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { ended } from '#words/kit/wording.ts';

type Props = {
  readonly kinds: KindChoice;
  /** undefined = nothing is chosen yet; '' = none of them is. */
  readonly typed: string | undefined;
  readonly error: string | undefined;
};

export function KindField({ kinds: { options, preset }, typed, error }: Props) {
  if (options.length === 0) return null;
  return (
    <SelectField
      name="kind"
      label="Kind of evidence"
      hint={options.map(({ label, means }) => `${label}: ${ended(means)}`).join(' ')}
      options={[
        { value: '', label: 'None of these' },
        ...options.map(({ id, label }) => ({ value: id, label })),
      ]}
      value={typed ?? preset ?? ''}
      error={error}
    />
  );
}

/** What kind an item is of; nothing where it is of none. */
export function OfKind({ kind }: { readonly kind: string | null }) {
  return kind === null ? null : <p>Kind of evidence: {kind}</p>;
}
