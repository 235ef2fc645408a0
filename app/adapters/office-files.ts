// Files that people take into their own programs and bring back.
import type { OfficeProblem, ReadSheet, Workbook } from '#app/domain/workbook.ts';
import type { Result } from '#app/domain/problem.ts';
import { readXlsx } from './xlsx-read.ts';
import { writeXlsx } from './xlsx-write.ts';

export type OfficeFiles = {
  readonly writeXlsx: (workbook: Workbook) => Uint8Array;
  readonly readXlsx: (bytes: Uint8Array) => Promise<Result<readonly ReadSheet[], OfficeProblem>>;
};

export const officeFiles: OfficeFiles = { writeXlsx, readXlsx };
