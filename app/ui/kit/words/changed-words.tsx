// A changed text: what was added and what was taken out, marked by element, by look and, for those who
// hear the page, in words.
import type { Change } from '#app/queries/kit/word-changes.ts';

const LONG = 400;

export function WordChanges({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p>The text is empty.</p>;
  if (changes.every(({ kind }) => kind === 'kept')) return <p>The text did not change.</p>;
  return (
    <p className="app-narrative app-changes">
      {changes.map((change, index) => (
        // The list never changes on its page.
        // oxlint-disable-next-line react/no-array-index-key
        <Piece key={index} {...change} />
      ))}
    </p>
  );
}

function Piece({ kind, text }: Change) {
  switch (kind) {
    case 'kept':
      return shortened(text);
    case 'added':
      return (
        <ins>
          <Heard>added: </Heard>
          {text}
          <Heard> end of added text </Heard>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <Heard>removed: </Heard>
          {text}
          <Heard> end of removed text </Heard>
        </del>
      );
    default:
      return kind satisfies never;
  }
}

function Heard({ children }: { readonly children: string }) {
  return <span className="nhsuk-u-visually-hidden">{children}</span>;
}

/** A long stretch that stayed: its beginning and its end, with what is left out said. */
function shortened(text: string): string {
  if (text.length <= LONG * 2) return text;
  return `${text.slice(0, LONG)} […unchanged text…] ${text.slice(-LONG)}`;
}
