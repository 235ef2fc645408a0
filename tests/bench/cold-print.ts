// How long a document takes from nothing: `charter report`, and a headless Chromium that prints a page with the
// same content. Both are new processes; they take turns, so that whatever else runs slows both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reportInput } from '#app/cli/report-verb.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import type { TableModel } from '#reports/chart-model.ts';
import type { Block, DocumentModel, Fact } from '#reports/model.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ASSESSMENT = path.join(ROOT, 'app/demo/assessments/nearly-silver.yaml');
const DATE = '2027-03-01';
const TURNS = 7;
const REPORT = path.join(ROOT, 'app/start-charter.mjs');
const PRINT = path.join(import.meta.dirname, 'chromium-print.ts');

/** Prints the median of both, and how much of Chromium's time ours is. */
export async function benchColdPrint(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cold-print-'));
  const input = await reportInput(ASSESSMENT, {
    charter: undefined,
    language: undefined,
    date: DATE,
  });
  const page = path.join(folder, 'page.html');
  writeFileSync(page, pageOf(actionPlanDocument(input)));
  const words = ['report', ASSESSMENT, '--date', DATE, '--force', '--out'];
  // As a deployment has it.
  timeOf([path.join(ROOT, 'app/report-build.ts')]);
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first turn fills the caches of both.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const one = timeOf([REPORT, ...words, path.join(folder, 'ours.pdf')]);
    const other = timeOf([PRINT, page, path.join(folder, 'theirs.pdf')]);
    if (turn > 0) ours.push(one);
    if (turn > 0) theirs.push(other);
  }
  rmSync(folder, { recursive: true });
  const row = (name: string, figure: string) => console.log(name.padEnd(54) + figure.padStart(12));
  row('charter report, from nothing, ms', median(ours).toFixed(0));
  row('headless Chromium prints the same, from nothing, ms', median(theirs).toFixed(0));
  row('the first in the second', (median(ours) / median(theirs)).toFixed(2));
}

function timeOf(words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[(TURNS - 1) / 2] ?? 0;
}

function pageOf({ language, title, cover, blocks }: DocumentModel): string {
  const font = (weight: number) => {
    const file = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`;
    return `@font-face{font-family:A;font-weight:${weight};src:url(${import.meta.resolve(file)})}`;
  };
  const opening = cover === null ? [] : [cover.organisation, cover.department ?? '', cover.charter];
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${markupText(title)}</title>`,
    `<style>${font(400)}${font(700)}body{font:9pt/1.4 A}td,th{border:1px solid;text-align:start}</style>`,
    element('h1', title),
    ...opening.map((line) => element('p', line)),
    ...blocks.map(blockOf),
  ].join('\n');
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, block.text);
    case 'paragraph':
      return element('p', block.text);
    case 'list':
      return `<ul>${block.items.map((item) => element('li', item)).join('')}</ul>`;
    case 'table':
      return tableOf(block.table);
    case 'chart':
      return tableOf(block.chart.table);
    case 'gantt':
      return block.gantt.bars.map(({ label, dates }) => element('p', `${label} ${dates}`)).join('');
    case 'facts':
    case 'details':
      return factsOf(block.facts);
    case 'callout':
      return [block.title, ...block.paragraphs].map((text) => element('p', text)).join('');
    case 'contents':
    case 'certificate':
    case 'page-break':
      return '';
    default:
      return block satisfies never;
  }
}

function tableOf({ caption, columns, rows }: TableModel): string {
  const cells = rows.map((row) =>
    row.map((cell) => element('td', typeof cell === 'string' ? cell : cell.text)).join(''),
  );
  const head = columns.map(({ title }) => element('th', title)).join('');
  return `<table>${element('caption', caption)}<thead><tr>${head}</tr></thead><tr>${cells.join('</tr><tr>')}</tr></table>`;
}

function factsOf(facts: readonly Fact[]): string {
  return `<dl>${facts.map(({ label, value }) => element('dt', label) + element('dd', value)).join('')}</dl>`;
}

function element(name: string, text: string): string {
  return `<${name}>${markupText(text)}</${name}>`;
}
