// Pages that say the same to everybody: compressed, and not sent again to who has them. Only for a request without
// any cookie: what somebody sees who is signed in holds secrets beside what others typed, and the length of both
// compressed together tells of them (BREACH).
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router';
import { acceptedEncoding, type Encoding } from './accepted-encoding.ts';
import { doorContext, nonceContext, servicesContext } from './contexts.ts';
import { readInLanguage, rememberLanguage } from './reading-language.ts';
import { holdsTag } from './entity-tag.ts';

const LEVEL = 4;

const COMPRESS: Readonly<Record<Encoding, (text: string) => Promise<Uint8Array<ArrayBuffer>>>> = {
  br: async (text) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: LEVEL } }),
  gzip: async (text) => promisify(gzip)(text, { level: LEVEL }),
};

type Pages = (request: Request, context: RouterContextProvider) => Promise<Response>;

/** The pages of a build, those that say the same to everybody as they are sent. */
export function pagesOf(build: ServerBuild): Pages {
  const pages = createRequestHandler(readInLanguage(build), 'production');
  return async (request, context) => {
    const response = await pages(request, context);
    const page =
      context.get(doorContext).shared === true && isForAnyone(request, response)
        ? await shared(request, response, context.get(nonceContext))
        : response;
    return rememberLanguage(page, request, context.get(servicesContext));
  };
}

/** The page as it is sent: 304 where the browser has it already. */
async function shared(request: Request, response: Response, nonce: string): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  const tag = tagOf(text, nonce);
  headers.set('ETag', tag);
  headers.set('Cache-Control', 'no-cache');
  headers.set('Vary', 'Cookie, Accept-Encoding');
  if (holdsTag(request.headers.get('if-none-match') ?? '', tag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  const encoding = acceptedEncoding(request.headers.get('accept-encoding') ?? '');
  if (encoding === null) return new Response(text, { headers });
  headers.set('Content-Encoding', encoding);
  return new Response(await COMPRESS[encoding](text), { headers });
}

function isForAnyone(request: Request, { status, headers }: Response): boolean {
  return (
    request.method === 'GET' &&
    !request.headers.has('cookie') &&
    status === 200 &&
    !headers.has('Set-Cookie') &&
    (headers.get('Content-Type') ?? '').startsWith('text/html')
  );
}

// The nonce is another one each time and says nothing; what the browser has kept goes with the policy it came with.
function tagOf(text: string, nonce: string): string {
  const hash = createHash('sha256').update(text.replaceAll(nonce, '')).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}
