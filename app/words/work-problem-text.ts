// Words for work that was not done: whose turn it is, and what a job may take.
import type { WorkProblem } from '#app/ports.ts';

/** The problem as sentences; nothing was saved or changed, whichever it is. */
export function workProblemText(problem: WorkProblem): string {
  switch (problem.code) {
    case 'work-waiting':
      return `Two files that you asked for are still waiting to be done, and everyone has a turn. Wait until they are there, or at least ${problem.seconds} seconds, and ask again`;
    case 'out-of-time':
      return `This took longer than the ${problem.seconds} seconds that it may take, so it was stopped. Nothing was changed. Try again with less in it`;
    case 'out-of-memory':
      return 'This needed more memory than it may, so it was stopped. Nothing was changed. Try again with less in it';
    default:
      return problem satisfies never;
  }
}
