// Where a request comes from, behind the reverse proxies that the installation trusts: each adds the address
// that it saw to the right of X-Forwarded-For, so what stands further left was said by whoever asked.
import net from 'node:net';

export type AddressOf = (request: Pick<Request, 'headers'>, socket: string) => string;

type Log = (event: string, facts: Readonly<Record<string, string>>) => void;

const UNTRUSTED =
  'A request carries X-Forwarded-For, and BEHIND_PROXY is 0: everybody behind the proxy counts as one address. Set BEHIND_PROXY to the number of proxies, or have none of them sent.';

/** How to look up the address of whoever asks; a proxy that nobody told us of is logged, once. */
export function clientAddress(proxies: number, log: Log): AddressOf {
  let said = false;
  return (request, socket) => {
    const field = request.headers.get('x-forwarded-for');
    if (field === null) return socket;
    if (proxies > 0) return forwarded(field, proxies) ?? socket;
    if (!said) log('proxy-not-trusted', { level: 'error', because: UNTRUSTED });
    said = true;
    return socket;
  };
}

/** The address that the outermost trusted proxy saw; null where the field holds none there. */
function forwarded(field: string, proxies: number): string | null {
  const all = field.split(',').map((part) => part.trim());
  const seen = all.at(-proxies) ?? '';
  const [, bare = seen] =
    /^\[(.+)\](?::\d+)?$/.exec(seen) ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(seen) ?? [];
  return net.isIP(bare) === 0 ? null : bare;
}
