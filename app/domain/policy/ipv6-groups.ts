// The eight groups of an IPv6 address, whichever of its many writings it comes in.

/** The groups without leading zeros, `::` written out and a zone such as `%eth0` left off. */
export function ipv6Groups(address: string): readonly string[] {
  const [bare = ''] = address.toLowerCase().split('%', 1);
  const [before = '', after] = bare.split('::', 2);
  const front = before === '' ? [] : before.split(':');
  const back = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(zeros).fill('0'), ...back].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
