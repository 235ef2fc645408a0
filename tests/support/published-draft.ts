// A folder of charters in which the draft of format 2 that ships is published, and a data folder whose drafts are of
// it: the answers were given before it asked for statements.
import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { inject } from 'vitest';
import { charter, ROOT } from './command.ts';

const DRAFT = 'bme-mentoring@2.0.0';

/** Both folders; whoever takes them removes them. */
export async function publishedDraft(): Promise<{ charters: string; data: string }> {
  const charters = mkdtempSync(path.join(os.tmpdir(), 'charter-published-'));
  cpSync(path.join(ROOT, 'charter-criteria'), charters, { recursive: true });
  const { code, err } = await charter(['publish', path.join(charters, 'bme-mentoring/2.0.0')]);
  if (code !== 0) throw new Error(err);
  const data = mkdtempSync(path.join(os.tmpdir(), 'charter-drafts-'));
  cpSync(inject('dataFolder'), data, { recursive: true });
  const database = new Database(path.join(data, 'charter.db'));
  database.prepare("update assessments set charter = ? where state = 'draft'").run(DRAFT);
  database.close();
  return { charters, data };
}
