// Values as the YAML that an author would write: long texts folded over lines, short ones beside their key.
import { Document, isScalar, visit } from 'yaml';

/** How wide the lines are that we write. */
export const LINE_WIDTH = 100;

/** The YAML of these values, every one a text, a list or keys with values; it ends with a line end. */
export function yamlText(values: unknown, lineWidth = LINE_WIDTH): string {
  const document = new Document(values, { schema: 'failsafe' });
  visit(document, {
    Scalar(key, node) {
      const isLong = typeof node.value === 'string' && node.value.length > lineWidth * 0.8;
      if (key !== 'key' && isScalar(node) && isLong) node.type = 'BLOCK_FOLDED';
    },
  });
  return document.toString({ lineWidth });
}
