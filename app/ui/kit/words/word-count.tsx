// Words written against the limit: the limit alone without scripts, the live count with them. Going over
// is allowed; the count says so.
import { WORD_COUNT } from '#words/kit/kit-pages.ts';
import { useEffect, useState } from 'react';
import { countWords } from '#app/domain/counted-words.ts';

type Props = { readonly field: string; readonly limit: number; readonly written: string };

export function WordCount({ field, limit, written }: Props) {
  const [words, setWords] = useState<number | null>(null);
  useEffect(() => {
    const element = document.getElementById(field);
    if (!(element instanceof HTMLTextAreaElement)) return;
    const count = () => setWords(countWords(element.value));
    count();
    element.addEventListener('input', count);
    return () => element.removeEventListener('input', count);
  }, [field]);
  const over = (words ?? countWords(written)) - limit;
  return (
    <div className={`nhsuk-hint app-count${over > 0 ? ' app-over' : ''}`} id={`${field}-words`}>
      {words === null ? stillText(countWords(written), limit) : liveText(words, limit)}
    </div>
  );
}

function stillText(saved: number, limit: number): string {
  return saved === 0 ? WORD_COUNT.limit(limit) : WORD_COUNT.saved(limit, saved);
}

function liveText(words: number, limit: number): string {
  const left = limit - words;
  if (left >= 0) return WORD_COUNT.left(words, limit);
  return WORD_COUNT.over(words, -left, limit);
}
