// Requests to addresses that organisations enter. Each goes to the very address that was looked up and judged,
// follows no redirect, and ends after some seconds and some hundred kilobytes (SEC-83).
import { lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** So much may be wrong with an address before anything is sent to it. */
export class AddressRefused extends Error {
  readonly why: 'insecure' | 'private';

  constructor(why: 'insecure' | 'private') {
    super(`the address is ${why}`);
    this.why = why;
  }
}

export type FetchLimits = {
  /** Whether addresses of private networks, and this machine, may be asked. */
  readonly allowPrivate: boolean;
  /** Whether this machine may be asked without TLS. */
  readonly allowPlainLoopback: boolean;
  readonly milliseconds: number;
  readonly mostBytes: number;
};

export type Asked = {
  readonly method?: string | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly body?: string | undefined;
};

export type GuardedFetch = (address: string, asked?: Asked) => Promise<Response>;

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A fetch within the limits. It throws an AddressRefused, or an Error where nothing whole came in time. */
export function createGuardedFetch(limits: FetchLimits): GuardedFetch {
  return async (address, asked = {}) => {
    const url = new URL(address);
    const plain = url.protocol === 'http:' && limits.allowPlainLoopback;
    if (url.protocol !== 'https:' && !(plain && LOOPBACK.test(url.hostname))) {
      throw new AddressRefused('insecure');
    }
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!limits.allowPrivate && isIP(literal) !== 0 && isPrivate(literal)) {
      throw new AddressRefused('private');
    }
    return answerOf(url, asked, limits);
  };
}

function answerOf(url: URL, { method, headers, body }: Asked, limits: FetchLimits) {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise<Response>((resolve, reject) => {
    const sent = request(
      url,
      {
        method: method ?? 'GET',
        headers: {
          ...Object.fromEntries(new Headers(headers)),
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          'accept-encoding': 'identity',
        },
        agent: false,
        lookup: limits.allowPrivate ? lookUp : lookUpPublic,
        signal: AbortSignal.timeout(limits.milliseconds),
      },
      (incoming) => {
        whole(incoming, limits.mostBytes).then(resolve, (error: unknown) => {
          sent.destroy();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function whole(incoming: http.IncomingMessage, most: number): Promise<Response> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of incoming) {
    const content = Buffer.from(piece as Uint8Array);
    bytes += content.byteLength;
    if (bytes > most) throw new Error(`the answer is larger than ${most} bytes`);
    pieces.push(content);
  }
  const headers = new Headers();
  const type = incoming.headers['content-type'];
  if (type !== undefined) headers.set('content-type', type);
  const challenge = incoming.headers['www-authenticate'];
  if (challenge !== undefined) headers.set('www-authenticate', challenge);
  const status = incoming.statusCode ?? 502;
  const isBare = status < 200 || [204, 205, 304].includes(status);
  if (isBare) throw new Error(`the answer is ${status} and empty`);
  return new Response(Buffer.concat(pieces), { status, headers });
}

/** Looks a name up; refused where any of its addresses is private, so that no second look-up can differ. */
const lookUpPublic: LookupFunction = (name, options, done) => {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, '', 0);
    if (addresses.some(({ address }) => isPrivate(address))) {
      return done(new AddressRefused('private'), '', 0);
    }
    const [first] = addresses;
    if (options.all === true) return done(null, addresses);
    return done(null, first?.address ?? '', first?.family ?? 4);
  });
};

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6');
}

/** Whether an IP address is of no public network. */
function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
