// A charter on trial by the pools: its zip is read by a process, decided submissions are scored by a thread.
import type { CharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import type { CharterZipProblem } from '#app/adapters/charter-files/charter-zip.ts';
import type { Result } from '#app/domain/problem.ts';
import type { TrialQuestion, TrialScores } from '#app/domain/review/trial-score.ts';
import type { WorkFor, WorkProblem } from '#app/ports.ts';
import type { Work } from './work.ts';

export type CharterTrials = {
  /** The charter in a zip, or every mistake in it; or why the zip is not read. */
  readonly read: (
    zip: Uint8Array,
    asker: WorkFor,
  ) => Promise<Result<CharterFolder, CharterZipProblem | WorkProblem>>;
  /** How decided submissions would stand, as counts that may be told. */
  readonly score: (
    question: TrialQuestion,
    asker: WorkFor,
  ) => Promise<Result<TrialScores, WorkProblem>>;
};

/** Trials away from the event loop. */
export function charterTrials({ own, untrusted }: Pick<Work, 'own' | 'untrusted'>): CharterTrials {
  return {
    read: async (zip, asker) => {
      const done = await untrusted.run('readCharterZip', zip, asker);
      return done.ok ? done.value : done;
    },
    score: (question, asker) => own.run('scoreTrial', question, asker),
  };
}
