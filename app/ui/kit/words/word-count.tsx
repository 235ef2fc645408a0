// Words written against the limit: what is saved, and with scripts (live-count.ts) what stands there now. Going over is
// allowed; the count says so.
import { countWords } from '#app/domain/counted-words.ts';
import { WORD_COUNT } from '#words/kit/kit-pages.ts';

type Props = { readonly field: string; readonly limit: number; readonly written: string };

export function WordCount({ field, limit, written }: Props) {
  const words = countWords(written);
  return (
    <div
      className={`nhsuk-hint app-count${words > limit ? ' app-over' : ''}`}
      id={`${field}-words`}
      data-words-of={field}
      data-limit={limit}
    >
      {words === 0 ? WORD_COUNT.limit(limit) : WORD_COUNT.saved(limit, words)}
    </div>
  );
}
