// The scanner's protocol, against a stand-in that behaves well and badly.
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScanFile } from '#app/adapters/evidence-files/clamd.ts';
import { readClamd } from '#app/clamd-setting.ts';
import { readConfig } from '#app/config.ts';
import { clamdServer, EICAR } from '#tests/support/clamd-server.ts';

let clamd: Awaited<ReturnType<typeof clamdServer>>;

beforeEach(async () => {
  clamd = await clamdServer();
});
afterEach(() => clamd.stop());

const WAITS = { silence: 200, whole: 600 };
const scan = (...content: readonly Buffer[]) =>
  createScanFile(clamd.address, WAITS)(Readable.from(content));
const text = (words: string) => Buffer.from(words);

test('a clean file is clean, and arrives whole', async () => {
  const pieces = [text('Annwyl Siân, '), text(''), Buffer.alloc(200_000, 'x')];
  expect(await scan(...pieces)).toEqual({ verdict: 'clean' });
  expect(clamd.state.scanned[0]?.equals(Buffer.concat(pieces))).toBe(true);
});

test('a file of 25 MB arrives whole, and so does an empty one', async () => {
  const large = Buffer.alloc(25 * 1024 * 1024, 'abc');
  expect(await createScanFile(clamd.address)(Readable.from([large]))).toEqual({ verdict: 'clean' });
  expect(clamd.state.scanned[0]?.equals(large)).toBe(true);
  expect(await scan()).toEqual({ verdict: 'clean' });
});

test('an infected file is told with what was found, also over two pieces', async () => {
  const infected = { verdict: 'infected', found: 'Win.Test.EICAR_HDB-1' };
  expect(await scan(text(EICAR))).toEqual(infected);
  expect(await scan(text(EICAR.slice(0, 20)), text(EICAR.slice(20)))).toEqual(infected);
});

test('a slow answer is waited for', async () => {
  clamd.state.manner = 'dawdles';
  expect(await scan(text('x'))).toEqual({ verdict: 'clean' });
});

describe('is no answer, and never means clean', () => {
  test.each([
    ['hangs', /did not answer in time/],
    ['drops', /hung up|ECONNRESET|EPIPE/],
    ['fails', /memory ERROR/],
    ['babbles', /^\?\[31mOK stream:$/],
  ] as const)('a scanner that %s', async (manner, reason) => {
    clamd.state.manner = manner;
    expect(await scan(Buffer.alloc(300_000))).toEqual({
      verdict: 'unavailable',
      reason: expect.stringMatching(reason),
    });
  });

  test('a scanner that is not there', async () => {
    await clamd.stop();
    expect(await scan(text('x'))).toEqual({ verdict: 'unavailable', reason: 'ECONNREFUSED' });
    const nowhere = createScanFile({ path: '/nowhere/clamd.ctl' }, WAITS);
    expect(await nowhere(Readable.from(['x']))).toEqual({
      verdict: 'unavailable',
      reason: 'ENOENT',
    });
  });

  test('a file that is larger than it takes', async () => {
    clamd.state.most = 100_000;
    expect(await scan(Buffer.alloc(10_000_000))).toEqual({ verdict: 'too-large' });
  });
});

test('a file that cannot be read is no fault of the scanner', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the disk'));
    },
  });
  await expect(createScanFile(clamd.address, WAITS)(broken)).rejects.toThrow('the disk');
});

describe('the setting', () => {
  test.each([
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://clamav:3310', { host: 'clamav', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
  ])('%s', (setting, address) => {
    expect(readClamd(setting)).toEqual(address);
  });

  test.each(['clamd', '3310', 'host:0', 'host:70000', 'http://host:3310', 'run/clamd.ctl'])(
    '%s is refused with what is expected',
    (setting) => {
      expect(() => readConfig({ MODE: 'test', CLAMD: setting }, '/')).toThrow(
        /CLAMD: expected the path of its socket, or host:port/,
      );
    },
  );

  test('without it, or empty, there is no scanner', () => {
    expect(readConfig({ MODE: 'test' }, '/').clamd).toBeNull();
    expect(readConfig({ MODE: 'test', CLAMD: ' ' }, '/').clamd).toBeNull();
  });
});
