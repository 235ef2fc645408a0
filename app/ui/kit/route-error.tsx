// The error that a route threw, in words, with the reference under which it was logged.
import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import { ErrorPage } from './error-page.tsx';

export function RouteError({ error }: { readonly error: unknown }) {
  const frame = useRouteLoaderData<{ readonly reference: string }>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} reference={frame?.reference ?? ''} />;
}
