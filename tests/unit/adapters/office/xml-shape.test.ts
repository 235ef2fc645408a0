import fc from 'fast-check';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { xmlShape } from '#app/adapters/office/xml-shape.ts';

const name = fc.constantFrom('a', 'b:c', 'w');
const value = fc.constantFrom('', 'x', "it's", '>', '/>', 'a > b');
const attribute = fc
  .tuple(fc.constantFrom('p', 'q:r'), value)
  .map(([key, content]) => ` ${key}="${content}"`);
const passage = fc.constantFrom('<!-- <a> -->', '<![CDATA[<a></b>]]>', '<?x <a>?>', 'text > text');

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(name, fc.option(attribute), fc.array(fc.oneof(passage, tie('tree')), { maxLength: 4 }))
    .map(([tag, written, inside]) =>
      inside.length === 0
        ? `<${tag}${written ?? ''}/>`
        : `<${tag}${written ?? ''}>${inside.join('')}</${tag}>`,
    ),
}));

function counted(element: XmlElement): { elements: number; depth: number } {
  const inside = element.children
    .filter((child): child is XmlElement => child.type === 'element')
    .map(counted);
  return {
    elements: 1 + inside.reduce((sum, { elements }) => sum + elements, 0),
    depth: 1 + Math.max(0, ...inside.map(({ depth }) => depth)),
  };
}

test('the size of an XML text is that of the tree which a parser makes of it', () => {
  fc.assert(
    fc.property(tree, (text) => {
      const { root } = parseXml(text);
      expect(root).not.toBeNull();
      if (root !== null) expect(xmlShape(text)).toEqual(counted(root));
    }),
    { numRuns: 1000 },
  );
});

test.each(['<', '<a', '<a b="', '<!--', '<![CDATA[', '<?', '</', '<a><', '<!', 'no XML at all'])(
  'a text that breaks off, %s, has some size and an end',
  (text) => {
    expect(xmlShape(text).depth).toBeLessThan(3);
  },
);
