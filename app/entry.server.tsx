// Renders a page on the server, whole, with its nonce; nothing is streamed half finished.
import { renderToReadableStream } from 'react-dom/server.edge';
import type { EntryContext, RouterContextProvider } from 'react-router';
import { isRouteErrorResponse, ServerRouter } from 'react-router';
import { nonceContext, servicesContext } from '#app/http/contexts.ts';
import { loggedPath } from '#app/http/logged-path.ts';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  const stream = await renderToReadableStream(
    <ServerRouter context={entry} url={request.url} nonce={nonce} />,
    { nonce, signal: request.signal },
  );
  await stream.allReady;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(stream, { status, headers });
}

/** An error that no page expected: logged under the id of its request; people see a page without details. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  // A page that is not there, or takes no such request, is no failure; the request is logged anyway.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { log } = context.get(servicesContext);
  log('page-failed', {
    path: loggedPath(request.url),
    request: context.get(nonceContext).slice(0, 8),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
