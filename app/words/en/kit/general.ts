// What can stand in anybody's way: it is gone, it is not theirs, it was altered, it took too long.
import { told, type Told } from '#app/words/told.ts';

/** What was submitted or decided is not what lies there now. */
export const ALTERED =
  'What was submitted or decided here has been altered since, so it is not opened and nothing was done with it. Tell whoever runs the service at once';

export const GENERAL = {
  'not-found': 'It is not there any more',
  'not-allowed': 'Your role does not let you do this',
  altered: ALTERED,
};

/** Work that was not done, whose turn it is, and what a job may take. */
export const WORK = {
  'work-waiting': ({ seconds }: { readonly seconds: number }) =>
    `Two files that you asked for are still waiting to be done, and everyone has a turn. Wait until they are there, or at least ${seconds} seconds, and ask again`,
  'out-of-time': ({ seconds }: { readonly seconds: number }) =>
    `This took longer than the ${seconds} seconds that it may take, so it was stopped. Nothing was changed. Try again with less in it`,
  'out-of-memory':
    'This needed more memory than it may, so it was stopped. Nothing was changed. Try again with less in it',
};

/** Why work was not done; nothing was saved or changed, whichever it is. */
export function workProblemText(problem: Told<typeof WORK>): string {
  return told(WORK, problem);
}

/** A wait in words. */
export function waitText(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
