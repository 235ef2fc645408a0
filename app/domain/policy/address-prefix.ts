// Where a request comes from, as far as the log may hold it: the network, not the device in it.
import { ipv6Groups } from './ipv6-groups.ts';

/** The first 24 bits of an IPv4 address, the first 48 of an IPv6 one; `unknown` for anything else. */
export function addressPrefix(address: string): string {
  const mapped = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (mapped !== undefined) return `${mapped}.0/24`;
  const [bare = ''] = address.toLowerCase().split('%', 1);
  if (!/^[0-9a-f:.]+$/.test(bare) || !bare.includes(':')) return 'unknown';
  const [first, second, third] = ipv6Groups(bare);
  if (first === undefined || second === undefined || third === undefined) return 'unknown';
  return `${first}:${second}:${third}::/48`;
}
