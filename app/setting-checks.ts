// What a service refuses to start with, in words that say what to set instead.
import net from 'node:net';
import { weaknessOfSecret } from '#app/domain/policy/weak-secret.ts';

const SECRET_TEXT = {
  short: 'SESSION_SECRET must be a random text of 32 characters or more',
  'of-the-demo':
    'SESSION_SECRET is the one of the demo, which everybody can read. Make one with: openssl rand -base64 48',
  'not-random':
    'SESSION_SECRET is easy to guess: it repeats itself, counts, or is made of words. Make a random one with: openssl rand -base64 48',
} as const;

/** Why a secret is not taken; null = it is. */
export function secretProblem(secret: string | undefined, ofDemo: string): string | null {
  const weakness = weaknessOfSecret(secret ?? '', ofDemo);
  return weakness === null ? null : SECRET_TEXT[weakness];
}

/** Why an address is not the one that people use; null = it may be. */
export function originProblem(origin: string | undefined): string | null {
  const url = URL.parse(origin ?? '');
  if (url?.protocol !== 'https:') {
    return 'PUBLIC_ORIGIN must be the https address that people use, such as https://charter.example.org';
  }
  const more = [
    url.pathname === '/' ? null : `a path (${url.pathname})`,
    url.search === '' && !url.href.includes('?') ? null : 'a question mark',
    url.username === '' && url.password === '' ? null : 'a user name or password',
    url.hash === '' && !url.href.includes('#') ? null : 'a fragment (#)',
  ].filter((part) => part !== null);
  return more.length === 0
    ? null
    : `PUBLIC_ORIGIN must be scheme, host and port alone: ${url.origin}. Take out ${more.join(' and ')}; the service answers at the top of its host`;
}

/** Whether only programs on this machine reach what listens there. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost') return true;
  if (net.isIPv4(bare)) return LOOPBACK.check(bare);
  return net.isIPv6(bare) && LOOPBACK.check(bare, 'ipv6');
}

const LOOPBACK = new net.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Why a demo may not listen there; null = it may. */
export function demoHostProblem(host: string): string | null {
  return isLoopback(host)
    ? null
    : `The demo lets everybody sign in as anybody, so it listens on this machine alone. HOST is ${host}; leave it out, or set it to 127.0.0.1`;
}
