// Asks clamd, the daemon of ClamAV, whether a file is clean, in its own protocol (INSTREAM). Every wait has
// an end; whatever is not a plain yes or no means that the file was not checked.
import net from 'node:net';
import type { ScanFile, ScanResult } from '#app/ports.ts';

export type ClamdAddress =
  | { readonly path: string }
  | { readonly host: string; readonly port: number };

const SILENCE_MILLISECONDS = 60_000;
const WHOLE_MILLISECONDS = 180_000;
/** clamd says what it found in a line. */
const MOST_ANSWER = 4_096;
const CHUNK = 64 * 1024;

type Waits = { readonly silence?: number; readonly whole?: number };

/** A scanner that opens a connection for each file and closes it again. */
export function createScanFile(
  address: ClamdAddress,
  { silence = SILENCE_MILLISECONDS, whole = WHOLE_MILLISECONDS }: Waits = {},
): ScanFile {
  return (content) => {
    const done = Promise.withResolvers<ScanResult>();
    const socket = net.connect(address);
    const failed = (reason: string) => done.resolve({ verdict: 'unavailable', reason });
    let answer = '';
    const timer = setTimeout(() => failed('it took too long'), whole);
    socket.setTimeout(silence, () => failed('it did not answer in time'));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // It hangs up on a file that is too large for it, and says so first: then its word counts.
      if (answer === '') failed(error.code ?? 'the connection failed');
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (/[\0\n]/.test(answer) || answer.length > MOST_ANSWER) done.resolve(verdictOf(answer));
    });
    socket.on('close', () =>
      answer === '' ? failed('it hung up') : done.resolve(verdictOf(answer)),
    );
    socket.on('connect', () => {
      // A file that cannot be read is the caller's trouble, not the scanner's.
      send(socket, content).catch(done.reject);
    });
    return done.promise.finally(() => {
      clearTimeout(timer);
      socket.destroy();
      content.destroy();
    });
  };
}

/** The file in pieces, each after its length; no length ends it. */
async function send(socket: net.Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const whole of content) {
    for (let at = 0; at < whole.length; at += CHUNK) {
      const piece = whole.subarray(at, at + CHUNK);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      if (!socket.writable) return;
      socket.write(length);
      if (!socket.write(piece)) await drained(socket);
    }
  }
  if (socket.writable) socket.write(Buffer.alloc(4));
}

/** Until more may be written, or the connection has ended. */
function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
  });
}

function verdictOf(answer: string): ScanResult {
  const line = answer.split(/[\0\n]/)[0]?.trim() ?? '';
  if (line === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found !== undefined) return { verdict: 'infected', found };
  if (/size limit exceeded/i.test(line)) return { verdict: 'too-large' };
  return { verdict: 'unavailable', reason: printable(line) };
}

// Its words go into the log.
function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7E]/g, '?').slice(0, 200);
}
