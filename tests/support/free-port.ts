// A port for a service that a test starts, told before it listens.
import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below those that systems give to connections that go out, any of which could take it meanwhile. */
const PORTS = { from: 20_000, to: 32_000 };

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = randomInt(PORTS.from, PORTS.to);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
