// Why a file was not erased, in words.
import { told, type Told } from '#app/words/told.ts';
import type { Most } from '#words/kit/fact-words.ts';

const ERASURES = {
  'erase-reason-missing': 'Say why the file is erased. Everybody who sees the evidence reads it',
  'erase-reason-too-long': ({ most }: Most) => `Say it in ${most} characters or fewer`,
  'erased-list-damaged':
    'The list of erased files cannot be read, so nothing was erased. Tell the person who runs the service: the log says which line it is',
  'no-fingerprint':
    'Enter the whole fingerprint: 64 letters and digits, as the trail or the receipt has it',
};

/** The problem as a sentence, without a full stop. */
export function eraseProblemText(problem: Told<typeof ERASURES>): string {
  return told(ERASURES, problem);
}
