// What processes of their own do with files of strangers: whatever such a file does, it does there.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { readDraft as draftIn } from '#app/adapters/office/docx-read.ts';
import { officeProblem } from '#app/adapters/office/office-contents.ts';
import { pdfProblem } from '#app/adapters/evidence-files/pdf-contents.ts';
import { readXlsx as sheetIn } from '#app/adapters/office/xlsx-read.ts';
import type { ReadDraft } from '#app/domain/assessment/draft-document.ts';
import type { FileKindId, KindProblem } from '#app/domain/evidence/file-kinds.ts';
import type { Result } from '#app/domain/problem.ts';
import { refused } from '#app/domain/problem.ts';
import type { OfficeProblem, ReadSheet } from '#app/domain/workbook.ts';

export { readCharterZip } from '#app/adapters/charter-files/charter-zip.ts';

// People who look at pages come first.
os.setPriority(os.constants.priority.PRIORITY_LOW);

/** The sheet of this name; null where the workbook has none. */
export function readXlsx({
  bytes,
  sheet,
}: {
  readonly bytes: Uint8Array;
  readonly sheet: string;
}): Promise<Result<ReadSheet | null, OfficeProblem>> {
  return orUnreadable(() => sheetIn(bytes, sheet));
}

/** The places of a draft document. */
export function readDraft(bytes: Uint8Array): Promise<Result<ReadDraft, OfficeProblem>> {
  return orUnreadable(() => draftIn(bytes));
}

/** What in a file of this kind would act by itself; null = nothing was found. */
export async function lookThrough({
  place,
  kind,
}: {
  readonly place: string;
  readonly kind: FileKindId;
}): Promise<KindProblem['reason'] | null> {
  const bytes = readFileSync(place);
  return kind === 'pdf' ? pdfProblem(bytes) : officeProblem(bytes);
}

async function orUnreadable<T>(
  read: () => Promise<Result<T, OfficeProblem>>,
): Promise<Result<T, OfficeProblem>> {
  try {
    return await read();
  } catch {
    // Named recovery: a file that makes its reader fail is one that cannot be read.
    return refused({ code: 'unreadable' });
  }
}
