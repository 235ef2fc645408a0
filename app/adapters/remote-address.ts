// Whether what a file names is fetched from another computer: a web address or a share, however written.

/** What Windows and web programs take for nothing inside an address. */
// oxlint-disable-next-line no-control-regex
const IGNORED = /[\x00-\x20\u200B-\u200F\uFEFF]/g;
const HERE = /^(?:[a-z][:|]|localhost$|127\.0\.0\.1$|$)/i;

/** true for http(s), other schemes of the net, `\\server` and `file://server`; false for local paths. */
export function isRemote(address: string): boolean {
  const bare = decoded(address).replaceAll(IGNORED, '').replaceAll('\\', '/');
  // \\?\C:\ and \\.\C:\ are this computer; \\?\UNC\ is a share.
  const device = /^\/\/[?.]\/(.*)$/.exec(bare)?.[1];
  if (device !== undefined) return /^unc\//i.test(device);
  if (bare.startsWith('//')) return true;
  const scheme = /^([a-z][a-z0-9+.-]+):(.*)$/i.exec(bare);
  if (scheme === null) return false;
  const [, name = '', rest = ''] = scheme;
  return name.toLowerCase() === 'file'
    ? isRemoteFile(rest)
    : !LOCAL_SCHEMES.has(name.toLowerCase());
}

/** These name nothing on another computer. */
const LOCAL_SCHEMES = new Set([
  'mailto',
  'data',
  'cid',
  'urn',
  'about',
  'ppaction',
  'vnd.sun.star',
]);

/** What follows `file:`: two slashes and a host, three and a path, four and a share. */
function isRemoteFile(rest: string): boolean {
  const slashes = /^\/*/.exec(rest)?.[0].length ?? 0;
  if (slashes >= 4) return true;
  if (slashes !== 2) return false;
  return !HERE.test(rest.slice(2).split('/')[0] ?? '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // Named recovery: a percent sign that is only one.
    return address;
  }
}
