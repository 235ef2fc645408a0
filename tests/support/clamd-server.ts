// A stand-in for clamd that speaks its protocol and behaves as it is told: finds what it is told to find,
// hangs, hangs up, answers with errors, or takes no more than so many bytes.
import net from 'node:net';

// Said in two halves, so that no scanner takes this file for the thing itself.
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('-');

export type ClamdManner =
  | 'scans'
  /** Takes everything and says nothing. */
  | 'hangs'
  /** Hangs up in the middle of the file. */
  | 'drops'
  /** Says that it is in trouble. */
  | 'fails'
  /** Says something that is no answer. */
  | 'babbles'
  /** Sends its answer a byte at a time. */
  | 'dawdles';

export type ClamdState = {
  manner: ClamdManner;
  /** As StreamMaxLength of clamd: more ends the connection with an error. */
  most: number;
  /** Every file that it has taken whole. */
  readonly scanned: Buffer[];
  connections: number;
};

/** The stand-in, listening on loopback; `stop` hangs up on everybody. */
export async function clamdServer(port = 0) {
  const state: ClamdState = { manner: 'scans', most: Infinity, scanned: [], connections: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(socket, state);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { state, port: listening, address: { host: '127.0.0.1', port: listening }, stop };
}

const COMMAND = 'zINSTREAM\0';

function converse(socket: net.Socket, state: ClamdState): void {
  let rest = Buffer.alloc(0);
  let begun = false;
  const file: Buffer[] = [];
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    if (!begun) {
      if (rest.length < COMMAND.length) return;
      if (rest.toString('latin1', 0, COMMAND.length) !== COMMAND) {
        return socket.end('UNKNOWN COMMAND\0');
      }
      begun = true;
      rest = rest.subarray(COMMAND.length);
    }
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
      const length = rest.readUInt32BE(0);
      if (length === 0) return answer(socket, state, Buffer.concat(file));
      file.push(rest.subarray(4, 4 + length));
      rest = rest.subarray(4 + length);
      if (state.manner === 'drops') return socket.destroy();
      const has = file.reduce((sum, piece) => sum + piece.length, 0);
      if (has > state.most) {
        socket.removeAllListeners('data').resume();
        return socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    }
  });
}

function answer(socket: net.Socket, state: ClamdState, file: Buffer): void {
  if (state.manner === 'hangs') return;
  if (state.manner === 'fails') return void socket.end("stream: Can't allocate memory ERROR\0");
  if (state.manner === 'babbles') return void socket.end('\x1b[31mOK stream:\n');
  state.scanned.push(file);
  const words = file.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';
  if (state.manner !== 'dawdles') return void socket.end(words);
  const say = (at: number) => {
    if (at >= words.length) return socket.end();
    socket.write(words[at] ?? '', () => setImmediate(say, at + 1));
  };
  say(0);
}
