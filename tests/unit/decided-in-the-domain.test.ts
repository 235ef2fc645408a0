// A use case loads, asks and writes; what it refuses follows from what it was told, and from nothing that it
// compares or measures itself. A row that is not there, and what somebody may not do, is no decision.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');
const USE_CASES = 'app/use-cases';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function below(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

const nodeIn = (node: Node, name: string): Node | null => {
  const found = node[name];
  return isNode(found) ? found : null;
};

const isNamed = (node: Node | null, names: readonly string[]) =>
  node !== null && names.some((name) => name === node['name']);

/** What is asked, without its negation, its waiting and its brackets. */
function bare(node: Node): Node {
  const isNot = node.type === 'UnaryExpression' && node['operator'] === '!';
  const inner = nodeIn(node, isNot || node.type === 'AwaitExpression' ? 'argument' : 'expression');
  return inner === null || node.type === 'MemberExpression' ? node : bare(inner);
}

const isNothing = (node: Node | null) =>
  node !== null && (isNamed(node, ['undefined']) || node['raw'] === 'null');

/** Whether a condition only hands on what was told: a name, an answer, whether something is there, a function. */
function isTold(condition: Node): boolean {
  const node = bare(condition);
  if (node.type === 'Identifier') return true;
  if (node.type === 'CallExpression') return nodeIn(node, 'callee')?.type === 'Identifier';
  if (node.type === 'MemberExpression') return isNamed(nodeIn(node, 'property'), ['ok', 'value']);
  if (node.type !== 'BinaryExpression') return false;
  return node['operator'] === 'instanceof' || isNothing(nodeIn(node, 'right'));
}

const PLUMBING = /code: '(?:not-found|not-allowed)'/;

/** Whether something here, not within a function of its own, refuses. */
function refuses(node: Node | null, text: string): boolean {
  if (node === null || node.type.includes('Function')) return false;
  const isProblem =
    node.type === 'ObjectExpression' &&
    below(node).some((property) => isNamed(nodeIn(property, 'key'), ['code']));
  const isRefusal = isProblem || isNamed(nodeIn(node, 'callee'), ['refused']);
  if (isRefusal) return !PLUMBING.test(text.slice(Number(node['start']), Number(node['end'])));
  return below(node).some((inner) => refuses(inner, text));
}

/** The conditions with which a source decides by itself that something is refused. */
function decidedIn(text: string, name = 'source.ts'): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    const condition = nodeIn(node, 'test');
    const branches = ['consequent', 'alternate'].map((branch) => nodeIn(node, branch));
    if (condition !== null && !isTold(condition) && branches.some((one) => refuses(one, text))) {
      found.push(text.slice(Number(condition['start']), Number(condition['end'])));
    }
    below(node).forEach(visit);
  };
  const program: unknown = parseSync(name, text).program;
  if (isNode(program)) visit(program);
  return found;
}

test.each([
  "if (count >= MOST) return refused({ code: 'too-many' });",
  "if (state === 'submitted') return refused({ code: 'locked', state });",
  "if (others.some((one) => one.name === name)) return refused({ code: 'name-taken' });",
  "if (reason === '' || reason.length > 500) { return refused({ code: 'reason-wrong' }); }",
  "if (known !== null && known.closedAt !== null) return refused({ code: 'account-closed' });",
  "if (/^x/.test(text)) return { code: 'text-wrong' };",
  "return today > lastDay ? refused({ code: 'too-late' }) : ok(null);",
  "if (isOwn) { if (row.sealed) return refused({ code: 'sealed' }); }",
])('%s is a decision', (line) => {
  expect(decidedIn(`async function act() { ${line} }`)).toHaveLength(1);
});

test.each([
  'if (!checked.ok) return checked;',
  "if (!checked.value) return refused({ code: 'as-it-is' });",
  "if (appeal === null) return refused({ code: 'no-appeal' });",
  "if (!(await areAwardsWhole(services, id))) return refused({ code: 'altered' });",
  "if (error instanceof Conflict) return refused({ code: 'changed-meanwhile' });",
  "if (!actions.some(({ id }) => id === wanted)) return refused({ code: 'not-found' });",
  'if (writes.length > 0) await engine.commit(writes);',
])('%s is none', (line) => {
  expect(decidedIn(`async function act() { ${line} }`)).toEqual([]);
});

test('no use case decides what it refuses', () => {
  const files = readdirSync(path.join(ROOT, USE_CASES), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${USE_CASES}/${file.replaceAll('\\', '/')}`);
  const decided = files.flatMap((file) =>
    decidedIn(readFileSync(path.join(ROOT, file), 'utf8'), file).map((one) => `${file}: ${one}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(decided).toEqual([]);
});
