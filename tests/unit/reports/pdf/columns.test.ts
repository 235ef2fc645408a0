// The columns of a table: no word is cut while there is room for it.
import { describe, expect, it } from 'vitest';
import type { TableModel } from '#reports/chart-model.ts';
import { layoutOf } from '#reports/pdf/columns.ts';
import { openDocument } from '#reports/pdf/pdf-document.ts';
import type { Flow } from '#reports/pdf/flow.ts';
import { rootTag } from '#reports/pdf/tags.ts';
import { contentWidth } from '#reports/pdf/theme.ts';
import { typesetter } from '#reports/pdf/typesetter.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { charter } from '#tests/support/report-charter.ts';
import { scorecard } from '#tests/support/report-scorecard.ts';

function openFlow(): Flow {
  const createdAt = new Date(0);
  const document = openDocument({ title: 't', subject: 's', language: 'en-GB', createdAt });
  const type = typesetter(document);
  const root = rootTag(document);
  return { document, type, root, bottom: 700, headings: [], y: 76, headingEnd: 0 };
}

function wordsOf(lines: ReturnType<typeof layoutOf>['head'][number]['lines']): readonly string[] {
  return lines.flatMap(({ parts }) =>
    parts
      .map(({ text }) => text)
      .join('')
      .trimEnd()
      .split(' '),
  );
}

function tableFor(names: readonly string[]): TableModel {
  const [level] = charter.levels;
  if (level === undefined) throw new Error('the charter has levels');
  const levels = names.map((label) => ({ ...level, id: label, label }));
  return whereWeStand({ ...charter, levels }, scorecard, { target: null }).table;
}

const names = [
  'Foundation',
  'Established',
  'Advanced',
  'Exemplary',
  'Distinguished',
  'Outstanding',
];

describe('a table with a column per level', () => {
  it.each([1, 2, 3, 4, 5, 6])('cuts no word with %i levels', (count) => {
    const table = tableFor(names.slice(0, count));
    const { head, cells, columns } = layoutOf(openFlow(), table);
    expect(head.flatMap(({ lines }) => wordsOf(lines))).toEqual(
      table.columns.flatMap(({ title }) => title.split(' ')),
    );
    for (const row of table.rows) {
      const texts = row.map((cell) => (typeof cell === 'string' ? cell : cell.text));
      const words = cells(row).flatMap(({ lines }) => wordsOf(lines));
      expect(words).toEqual(texts.flatMap((text) => text.split(' ')));
    }
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(contentWidth);
  });
});
