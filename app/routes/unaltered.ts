// What routes ask before they show what was submitted or decided.
import type { RouterContextProvider } from 'react-router';
import { altered, signedIn } from '#app/http/require.ts';
import { isRecordWhole } from '#app/use-cases/check-record.ts';

/** Stops with a page of its own where a submission or a decision is not what it was. */
export async function unaltered(
  context: Readonly<RouterContextProvider>,
  assessmentId: string,
): Promise<void> {
  const { services } = signedIn(context);
  if (!(await isRecordWhole(services, assessmentId))) throw altered();
}
