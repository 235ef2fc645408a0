// Where a request comes from, as far as the log may hold it: the network, not the device in it.

/** The first 24 bits of an IPv4 address, the first 48 of an IPv6 one; `unknown` for anything else. */
export function addressPrefix(address: string): string {
  const mapped = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (mapped !== undefined) return `${mapped}.0/24`;
  const [bare = ''] = address.toLowerCase().split('%', 1);
  if (!/^[0-9a-f:.]+$/.test(bare) || !bare.includes(':')) return 'unknown';
  const [before = '', after] = bare.split('::', 2);
  const front = before === '' ? [] : before.split(':');
  const back = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  const [first, second, third] = groups.map((group) => group.replace(/^0+(?=.)/, ''));
  if (first === undefined || second === undefined || third === undefined) return 'unknown';
  return `${first}:${second}:${third}::/48`;
}
