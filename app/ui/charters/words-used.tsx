// What words of a criterion mean, where it is read: those of the charter's glossary that stand in it. It opens without
// scripts, and is read out as what it is.
import { SummaryList } from '#app/ui/kit/lists/summary-list.tsx';

type Props = { readonly words: readonly { readonly term: string; readonly means: string }[] };

/** Nothing where none of them is used. */
export function WordsUsed({ words }: Props) {
  if (words.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Words used here</span>
      </summary>
      <div className="nhsuk-details__text">
        <SummaryList rows={words.map(({ term, means }) => [term, means])} />
      </div>
    </details>
  );
}
