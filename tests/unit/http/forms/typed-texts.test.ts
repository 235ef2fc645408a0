// Which of the texts of a form a page shows: the others are put below it (app/entry.server.tsx).
import { expect, test } from 'vitest';
import { notShown } from '#app/http/forms/typed-texts.ts';

const of = (text: string, page: string) => notShown([{ name: 'note', text }], page).length === 0;

test.each([
  ['in a text area, with the line breaks of a browser', 'One\r\n\r\nTwo', '<p>One\n\nTwo</p>'],
  [
    'with signs that HTML writes otherwise',
    `<b> & "it's"`,
    'x &lt;b&gt; &amp; &quot;it&#x27;s&quot; x',
  ],
  ['in a field', 'Board minute', '<input value="Board minute"/>'],
])('is shown %s', (_, text, page) => {
  expect(of(text, page)).toBe(true);
});

test.each([
  ['only to scripts', 'A long reason', '<script nonce="x">"A long reason"</script>'],
  ['in part', 'A long reason', '<textarea>A long</textarea>'],
  ['not at all', 'A long reason', '<p>Page not found</p>'],
])('is not shown where it stands %s', (_, text, page) => {
  expect(of(text, page)).toBe(false);
});

test('an id is nothing that anybody typed', () => {
  expect(of('01920000-0000-7000-8000-00000000abcd', '')).toBe(true);
});
