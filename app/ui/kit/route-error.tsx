// The error that a route threw, in words, with the reference under which it was logged.
import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { type AssessmentState, stateOf } from '#app/domain/submission/life.ts';
import { ErrorPage } from './error-page.tsx';

export function RouteError({ error }: { readonly error: unknown }) {
  const frame = useRouteLoaderData<{ readonly reference: string }>('root');
  const [status, said] = isRouteErrorResponse(error) ? [error.status, error.data] : [500, null];
  return <ErrorPage status={status} reference={frame?.reference ?? ''} locked={lockedIn(said)} />;
}

/** The state in which nothing changes any more, where a route said that this is why (http/door/require.ts). */
function lockedIn(said: unknown): AssessmentState | null {
  const isLocked =
    typeof said === 'object' && said !== null && 'code' in said && said.code === 'locked';
  return isLocked && 'state' in said ? stateOf(String(said.state)) : null;
}
