// Spreadsheets and documents by the pools: our own are written by threads, those of others are read by
// processes.
import type { Result } from '#app/domain/problem.ts';
import type { OfficeFiles, WorkProblem } from '#app/ports.ts';
import type { Work } from './work.ts';

/** The files of office programs, written and read away from the event loop. */
export function officeFiles({ own, untrusted }: Pick<Work, 'own' | 'untrusted'>): OfficeFiles {
  return {
    writeXlsx: (workbook, asker) => own.run('writeXlsx', workbook, asker),
    writeDraft: (draft, asker) => own.run('writeDraft', draft, asker),
    readXlsx: async (bytes, sheet, asker) =>
      flat(await untrusted.run('readXlsx', { bytes, sheet }, asker)),
    readDraft: async (bytes, asker) => flat(await untrusted.run('readDraft', bytes, asker)),
  };
}

function flat<T, P>(done: Result<Result<T, P>, WorkProblem>): Result<T, P | WorkProblem> {
  return done.ok ? done.value : done;
}
