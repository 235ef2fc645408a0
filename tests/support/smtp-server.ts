// A mail server of a few lines that behaves as it is told: takes mail, refuses it, hangs or hangs up.
import net from 'node:net';

export type Manner =
  | 'accepts'
  /** Says nothing at all. */
  | 'hangs'
  /** Takes everything and never answers the last line of the mail. */
  | 'hangs-at-the-end'
  /** Hangs up in the middle of the mail. */
  | 'drops'
  /** 451: not now. */
  | 'refuses-for-now'
  /** 550: nobody of that name. */
  | 'refuses-for-good';

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
};

/** The server with what it has received; its manner can be changed at any time. */
export async function smtpServer(first: Manner = 'accepts') {
  const state = { manner: first, received: [] as Received[], connections: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(socket, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { state, url: `smtp://127.0.0.1:${port}`, close };
}

function converse(socket: net.Socket, state: { manner: Manner; received: Received[] }): void {
  if (state.manner === 'hangs') return;
  let from = '';
  let to: string[] = [];
  let data: string | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 test');
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8');
    const lines = rest.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data !== null) {
        if (line !== '.') data += `${line}\n`;
        else if (state.manner !== 'hangs-at-the-end') {
          state.received.push({ from, to, data });
          data = null;
          say('250 taken');
        }
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') [from, to] = [line, []];
      if (verb === 'RCPT' && state.manner === 'refuses-for-now') say('451 not now');
      else if (verb === 'RCPT' && state.manner === 'refuses-for-good') say('550 nobody');
      else if (verb === 'DATA' && state.manner === 'drops') socket.destroy();
      else if (verb === 'DATA') {
        data = '';
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else {
        if (verb === 'RCPT') to.push(/<(.*)>/.exec(line)?.[1] ?? '');
        say('250 ok');
      }
    }
  });
}
