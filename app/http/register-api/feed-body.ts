// Pours the body of a request into a parser, no faster than it takes it. After a refusal it reads on
// for a while and keeps nothing: a browser shows the answer only once it has sent its form.
import type { Writable } from 'node:stream';

const MOST_IGNORED_BYTES = 100_000_000;
const MOST_IGNORED_MS = 10_000;

type Feeding = {
  readonly parser: Writable;
  /** The most bytes of a whole request; more is ignored. */
  readonly most: number;
  /** Settles when the parser is done or something was refused. */
  readonly ended: Promise<unknown>;
  /** Whether something was refused. */
  readonly stopped: () => boolean;
  readonly stop: (reason: 'too-large' | 'aborted') => void;
};

/** Resolves once the body is read, given up or broken off; it never throws. */
export async function feed(body: ReadableStream<Uint8Array>, feeding: Feeding): Promise<void> {
  const reader = body.getReader();
  let timer: NodeJS.Timeout | null = null;
  let over = false;
  // Named recovery: what cannot be cancelled is broken already, which the reading reports.
  const giveUp = () => void reader.cancel().catch(() => {});
  void feeding.ended.then(() => {
    if (!over) timer = setTimeout(giveUp, MOST_IGNORED_MS).unref();
  });
  try {
    await pour(reader, feeding);
  } catch {
    // Named recovery: reading fails where the client is gone.
    feeding.stop('aborted');
  } finally {
    over = true;
    if (timer !== null) clearTimeout(timer);
  }
}

async function pour(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { parser, most, ended, stopped, stop }: Feeding,
): Promise<void> {
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > most) stop('too-large');
    if (bytes > MOST_IGNORED_BYTES) return reader.cancel();
    if (!stopped()) await Promise.race([written(parser, value), ended]);
  }
  if (!stopped()) parser.end();
}

function written(parser: Writable, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    parser.write(piece, () => resolve());
  });
}
