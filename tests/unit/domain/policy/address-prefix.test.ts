import { expect, test } from 'vitest';
import { addressPrefix } from '#app/domain/policy/address-prefix.ts';

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:12:3456:7890:abcd:ef01:2345', '2001:db8:12::/48'],
  ['2001:0DB8:0012::1', '2001:db8:12::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['', 'unknown'],
  ['somebody@example.org', 'unknown'],
])('of %s the log holds %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});
