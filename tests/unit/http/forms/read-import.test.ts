import { mkdtempSync, readdirSync } from 'node:fs';
import { randomUUIDv7 } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { readImport } from '#app/http/forms/read-import.ts';
import { importProblemText } from '#words/import-problem.ts';
import { multipart, upload } from '#tests/support/multipart.ts';
import { ABUSIVE, ACCEPTED } from '#tests/support/upload-corpus.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'imports-'));
const files = openEvidenceFiles(folder, randomUUIDv7);

async function saidOf(content: Buffer, wanted: 'docx' | 'xlsx'): Promise<string> {
  const form = multipart([{ name: 'file', filename: 'a', content }]);
  const read = await readImport(upload(form), { files }, wanted);
  return read.ok ? '' : importProblemText(read.problem);
}

function fileOf(what: string): Buffer {
  const content =
    ABUSIVE.find(([title]) => title === what)?.[2] ?? ACCEPTED.find(([name]) => name === what)?.[1];
  if (content === undefined) throw new Error(`no ${what}`);
  return content;
}

describe('a file of another kind that is brought back', () => {
  const excel = /Choose an Excel file \(\.xlsx\)\. Save yours as one/;
  const word = /Choose a Word file \(\.docx\)\. Save yours as one/;

  test.each([
    ['an old Excel file', 'xlsx', /before 2007 \(\.xls\)\. Open it, save it as \.xlsx/],
    ['an old Word file', 'docx', /before 2007 \(\.doc\)\. Open it, save it as \.docx/],
    ['an old Word file', 'xlsx', /\(\.doc\)\. Choose an Excel file/],
    ['a workbook with a password', 'xlsx', /locked with a password\. Save it without one/],
    ['a CSV in UTF-16', 'xlsx', /text file in UTF-16\. Choose an Excel file/],
    ['a CSV in Windows-1252', 'xlsx', excel],
    ['staff.csv', 'xlsx', excel],
    ['counts.xlsx', 'docx', word],
    ['RTF', 'docx', /RTF document\. Choose a Word file/],
    ['SVG named .png', 'docx', word],
    ['parts named with back-slashes', 'docx', /named with back-slashes/],
  ] as const)(
    '%s in place of %s is told what it is and what to do',
    async (what, wanted, words) => {
      const said = await saidOf(fileOf(what), wanted);
      expect(said).toMatch(words);
      expect(said).not.toMatch(/Use PDF|attached/);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
