// Multipart bodies for tests, honest ones and others, as requests that arrive piece by piece.

export const BOUNDARY = '----form';

export type FormPart = {
  readonly name: string;
  readonly filename?: string;
  readonly content: string | Buffer;
};

/** The body of a form as a browser sends it. */
export function multipart(parts: readonly FormPart[]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, filename, content }) => {
      const file = filename === undefined ? '' : `; filename="${filename}"`;
      const type = filename === undefined ? '' : 'Content-Type: application/octet-stream\r\n';
      return [
        Buffer.from(
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type}\r\n`,
        ),
        Buffer.from(content),
        Buffer.from('\r\n'),
      ];
    }),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

type Pieces = Iterable<Uint8Array | Error> | AsyncIterable<Uint8Array | Error>;

/** Pieces of a body; an Error breaks it off, as a client does that goes away. */
export function arriving(pieces: Pieces): ReadableStream<Uint8Array> {
  const iterator = inOrder(pieces);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else if (value instanceof Error) controller.error(value);
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* inOrder(pieces: Pieces) {
  yield* pieces;
}

/** A request with this body, cut into pieces of a size. */
export function upload(
  body: Uint8Array | ReadableStream<Uint8Array>,
  {
    type = `multipart/form-data; boundary=${BOUNDARY}`,
    piece = 1_000,
    length,
  }: { readonly type?: string; readonly piece?: number; readonly length?: number } = {},
): Request {
  const stream = body instanceof ReadableStream ? body : arriving(cut(body, piece));
  const headers = new Headers({ 'content-type': type });
  if (length !== undefined) headers.set('content-length', String(length));
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body: stream,
    duplex: 'half',
  };
  return new Request('http://localhost/assessments/1/criteria/G1/evidence', init);
}

function* cut(body: Uint8Array, piece: number) {
  for (let at = 0; at < body.length; at += piece) yield body.subarray(at, at + piece);
}
