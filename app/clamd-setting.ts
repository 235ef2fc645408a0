// Where the virus scanner is: the setting CLAMD.
import type { ClamdAddress } from '#app/adapters/evidence-files/clamd.ts';

/** A socket by its absolute path (`unix:` before it is fine), or host and port; null = neither. */
export function readClamd(setting: string): ClamdAddress | null {
  const path = setting.replace(/^unix:/, '');
  if (path.startsWith('/')) return { path };
  const found = /^(?:tcp:\/\/)?(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(setting);
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3]);
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port };
}
