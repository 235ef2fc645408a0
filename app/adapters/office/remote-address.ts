// Whether what a file names is fetched from another computer: a web address or a share, however written.

/** What Windows and web programs take for nothing inside an address. */
// oxlint-disable-next-line no-control-regex
const IGNORED = /[\x00-\x20\u200B-\u200F\uFEFF]/g;
/** The only hosts of `file:` that are this computer. */
const HERE = /^(?:[a-z][:|]|localhost|)$/i;
const DRIVE = /^[a-z]:/i;

/**
 * false for a path with a drive letter, a name beside the file, and `file:///` without a host; true for
 * everything else, however it is written.
 */
export function isRemote(address: string): boolean {
  const bare = decoded(address).replaceAll(IGNORED, '').replaceAll('\\', '/');
  // \\?\C:\ and \\.\C:\ are this computer; other devices lead to shares, too.
  const device = /^\/\/[?.]\/(.*)$/s.exec(bare)?.[1];
  if (device !== undefined) return !/^[a-z]:\//i.test(device);
  if (/^\/[/?]/.test(bare)) return true;
  const scheme = /^([^/]*?):(.*)$/s.exec(bare);
  if (scheme === null || DRIVE.test(bare)) return false;
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
  const path = rest.slice(slashes);
  if (slashes >= 4 || path.startsWith('?')) return true;
  return slashes === 2 && !HERE.test(path.split('/')[0] ?? '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // Named recovery: a percent sign that is only one.
    return address;
  }
}
