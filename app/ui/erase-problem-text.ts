// Why a file was not erased, in words.
import type { EraseProblem } from '#app/use-cases/erase-file.ts';

type Worded = Exclude<EraseProblem, { readonly code: 'not-found' | 'not-allowed' }>;

/** The problem as a sentence, without a full stop. */
export function eraseProblemText(problem: Worded): string {
  switch (problem.code) {
    case 'erase-reason-missing':
      return 'Say why the file is erased. Everybody who sees the evidence reads it';
    case 'erase-reason-too-long':
      return `Say it in ${problem.most} characters or fewer`;
    case 'erased-already':
      return 'This file is erased already';
    case 'no-fingerprint':
      return 'Enter the whole fingerprint: 64 letters and digits, as the trail or the receipt has it';
    default:
      return problem satisfies never;
  }
}
