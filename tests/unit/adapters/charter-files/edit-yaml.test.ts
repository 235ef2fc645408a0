// Values in YAML become others, and nothing beside them changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editedYaml, type ValueEdit } from '#app/adapters/charter-files/edit-yaml.ts';

const FILE = `# Above all
id: work # its id
criteria:
  # The first
  - id: W1
    title: >- # a title
      Work is
      shared   # not a comment
    # Why
    rationale:
      why: 'Because it''s fair'
      sources: [{ source: one, findings: [ 1,2 ] }]
    descriptors:
      0: Nothing.
      1: |
        Something.

        And more.

    wanted:
      - One # kept with the list
      - Two
    weight: 2 # heavy

  - weight: 3
    id: W2
    title: Last
    flow: { owner: Head, steps: [a, b] }`;

function edited(...edits: ValueEdit[]): string {
  return editedYaml(FILE, edits);
}

const failsafe = (text: string): unknown => parse(text, { schema: 'failsafe' });

describe('an edit of YAML', () => {
  test('changes the bytes of one value only', () => {
    const changed = edited({ path: ['criteria', 1, 'title'], value: 'First: of all' });
    expect(changed).toBe(FILE.replace('title: Last', 'title: "First: of all"'));
    const why = edited({ path: ['criteria', 0, 'rationale', 'why'], value: 'So.' });
    expect(why).toBe(FILE.replace(/why: .*/, 'why: So.'));
    const block = edited({ path: ['criteria', 0, 'descriptors', '1'], value: 'Much.' });
    expect(block).toBe(FILE.replace(/1: \|[^]*?more\.\n/, '1: Much.\n'));
    const flow = edited({ path: ['criteria', 1, 'flow', 'owner'], value: 'A "lead"' });
    expect(flow).toBe(FILE.replace('owner: Head', String.raw`owner: "A \"lead\""`));
    const list = edited({ path: ['criteria', 0, 'wanted'], value: ['Three'] });
    expect(list).toBe(FILE.replace(/- One[^]*?Two\n/, '- Three\n'));
  });

  test('takes a key away with its line, and leaves the next one to the hyphen', () => {
    const last = edited({ path: ['criteria', 0, 'weight'], value: null });
    expect(last).toBe(FILE.replace('    weight: 2 # heavy\n', ''));
    const first = edited({ path: ['criteria', 1, 'weight'], value: null });
    expect(first).toBe(FILE.replace('- weight: 3\n    id: W2', '- id: W2'));
  });

  test('adds what is not there below the last key, together where it belongs together', () => {
    const added = edited(
      { path: ['criteria', 0, 'minutes'], value: '20' },
      { path: ['criteria', 0, 'examples', 'good', 'text'], value: 'Well done.' },
      { path: ['criteria', 0, 'examples', 'good', 'why'], value: 'It is.' },
    );
    const lines = [
      'weight: 2 # heavy',
      'minutes: 20',
      'examples:',
      '  good:',
      '    text: Well done.',
      '    why: It is.',
    ];
    expect(added).toBe(FILE.replace('weight: 2 # heavy', lines.join('\n    ')));
    const inFlow = edited({ path: ['criteria', 1, 'flow', 'months'], value: '3' });
    expect(inFlow).toBe(FILE.replace('[a, b] }', '[a, b], months: "3" }'));
    const atEnd = edited({ path: ['criteria', 1, 'minutes'], value: '20' });
    expect(atEnd).toBe(`${FILE}\n    minutes: 20`);
  });

  test('whatever text is written is the text that is read, and nothing else changes', () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc
          .array(fc.constantFrom('word', '# no', 'a: b', '- c', '\n', '  ', "it's", '"', '{', ']'))
          .map((parts) => parts.join(' ')),
      )
      .map((written) => written.trim());
    const path = fc.constantFrom<(string | number)[]>(
      ['criteria', 0, 'title'],
      ['criteria', 0, 'rationale', 'why'],
      ['criteria', 0, 'descriptors', '1'],
      ['criteria', 1, 'title'],
      ['criteria', 1, 'flow', 'owner'],
      ['criteria', 0, 'minutes'],
    );
    fc.assert(
      fc.property(path, fc.oneof(text, fc.array(text, { maxLength: 4 })), (at, value) => {
        const before = failsafe(FILE);
        const after = failsafe(editedYaml(FILE, [{ path: at, value }]));
        expect(after).toEqual(withValue(before, at, value));
      }),
      { numRuns: 500 },
    );
  });
});

function withValue(data: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  let at = copy;
  for (const part of path.slice(0, -1)) at = Reflect.get(Object(at), part);
  Reflect.set(Object(at), path.at(-1) ?? '', value);
  return copy;
}
