// Files that people take into their own programs and bring back.
import type { DraftDocument, ReadDraft } from '#app/domain/assessment/draft-document.ts';
import type { OfficeProblem, ReadSheet, Workbook } from '#app/domain/workbook.ts';
import type { Result } from '#app/domain/problem.ts';
import { readDraft } from './docx-read.ts';
import { writeDraft } from './docx-write.ts';
import { readXlsx } from './xlsx-read.ts';
import { writeXlsx } from './xlsx-write.ts';

export type OfficeFiles = {
  readonly writeXlsx: (workbook: Workbook) => Uint8Array;
  readonly readXlsx: (bytes: Uint8Array) => Promise<Result<readonly ReadSheet[], OfficeProblem>>;
  /** The questions and the draft as a Word document. */
  readonly writeDraft: (draft: DraftDocument) => Promise<Uint8Array>;
  readonly readDraft: (bytes: Uint8Array) => Promise<Result<ReadDraft, OfficeProblem>>;
};

export const officeFiles: OfficeFiles = { writeXlsx, readXlsx, writeDraft, readDraft };
