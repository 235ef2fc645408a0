// The words of a text against their limit, while somebody types (word-count.tsx).
import { countWords } from '#app/domain/counted-words.ts';
import { WORD_COUNT } from '#words/kit/kit-pages.ts';

/** Follows every text of the page that has a count. */
export function countLive(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-words-of]')) {
    const field = document.getElementById(line.dataset['wordsOf'] ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const limit = Number(line.dataset['limit']);
    const count = () => {
      const words = countWords(field.value);
      line.textContent =
        words <= limit
          ? WORD_COUNT.left(words, limit)
          : WORD_COUNT.over(words, words - limit, limit);
      line.classList.toggle('app-over', words > limit);
    };
    count();
    field.addEventListener('input', count);
  }
}
