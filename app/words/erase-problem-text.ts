// Why a file was not erased, in words.
import type { EraseProblem } from '#app/use-cases/evidence/erase-file.ts';

type Worded = Exclude<EraseProblem, { readonly code: 'not-found' | 'not-allowed' }>;

/** The problem as a sentence, without a full stop. */
export function eraseProblemText(problem: Worded): string {
  switch (problem.code) {
    case 'erase-reason-missing':
      return 'Say why the file is erased. Everybody who sees the evidence reads it';
    case 'erase-reason-too-long':
      return `Say it in ${problem.most} characters or fewer`;
    case 'erased-list-damaged':
      return 'The list of erased files cannot be read, so nothing was erased. Tell the person who runs the service: the log says which line it is';
    case 'no-fingerprint':
      return 'Enter the whole fingerprint: 64 letters and digits, as the trail or the receipt has it';
    default:
      return problem satisfies never;
  }
}
