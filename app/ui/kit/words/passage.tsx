// A text that may be, or may hold, words of a charter in another language: each such passage is marked with its
// language, for those who hear the page (WCAG 3.1.2), and set in its own direction.
import { useRouteLoaderData } from 'react-router';
import { passagesIn } from '#app/domain/charter/translation/marked.ts';

type Reading = { readonly language: string; readonly direction: 'ltr' | 'rtl' };

/** The text, as it is where nothing in it is translated. */
export function Passage({ text }: { readonly text: string }) {
  const frame = useRouteLoaderData<{ readonly reading: Reading | null }>('root');
  const reading = frame?.reading ?? null;
  if (reading === null) return text;
  const { language, direction } = reading;
  return passagesIn(text).map(({ text: part, translated }, index) =>
    translated ? (
      // Passages of one text have no order but their own.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} lang={language} dir={direction}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
