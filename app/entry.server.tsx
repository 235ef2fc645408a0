// Renders a page on the server, whole, with its nonce; nothing is streamed half finished, so that it is sent as
// one piece.
import { renderToReadableStream } from 'react-dom/server.edge';
import type { EntryContext, RouterContextProvider } from 'react-router';
import { isRouteErrorResponse, ServerRouter } from 'react-router';
import {
  actorContext,
  doorContext,
  loggedPathContext,
  nonceContext,
  servicesContext,
} from '#app/http/door/contexts.ts';
import { notShown, readableSoFar } from '#app/http/forms/typed-texts.ts';
import { type CameBack, CameBackProvider } from '#app/ui/kit/typing/came-back.tsx';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  const render = async (cameBack: CameBack, what = entry) => {
    const stream = await renderToReadableStream(
      <CameBackProvider value={cameBack}>
        <ServerRouter context={what} url={request.url} nonce={nonce} />
      </CameBackProvider>,
      { nonce, signal: request.signal },
    );
    await stream.allReady;
    return stream;
  };
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const texts = status < 400 ? [] : readableSoFar();
  const refused = texts.length > 0;
  const stream = await render({ nonce, refused, texts: [] });
  const page = await new Response(stream).text();
  if (!refused) return new Response(page, { status, headers });
  // Whatever was typed comes back: where the page has no place for it, below the page.
  const missing = showsTyped(context) ? notShown(texts, page) : [];
  if (missing.length === 0) return new Response(page, { status, headers });
  // What scripts would be handed is read already, and this page brings none (root.tsx).
  const { serverHandoffStream: _read, ...again } = entry;
  const whole = await render({ nonce, refused, texts: missing }, again);
  return new Response(await new Response(whole).text(), { status, headers });
}

/** Whether texts are put below a page: for whoever is signed in, and not those of their own account. */
function showsTyped(context: RouterContextProvider): boolean {
  return context.get(actorContext) !== null && context.get(doorContext).ownAccount !== true;
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
    path: context.get(loggedPathContext),
    request: context.get(nonceContext).slice(0, 8),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}
