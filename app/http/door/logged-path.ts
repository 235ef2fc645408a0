// The address of a request as it may stand in the log.
import type { ServerBuild } from 'react-router';
import { patternsWhere } from './doors-of.ts';

/**
 * How to write the path of an address without its query, and without the token that a route calls secret (SEC-34):
 * also where more was typed behind it than the route has, or the rest of the address is missing.
 */
export function loggedPathsOf(build: Pick<ServerBuild, 'routes'>): (url: string) => string {
  const secret = patternsWhere(build, 'secret').map((pattern) => pattern.split('/'));
  return (url) => {
    const [root = '', ...parts] = new URL(url).pathname.split('/');
    const said = parts.map(wordOf);
    const hidden = new Set(secret.flatMap((pattern) => hiddenBy(pattern, said)));
    return [root, ...parts.map((part, at) => (hidden.has(at) ? '…' : part))].join('/');
  };
}

/** Where a path has what a pattern leaves open, as far as the path goes with the pattern. */
function hiddenBy(pattern: readonly string[], said: readonly string[]): readonly number[] {
  const differs = pattern.findIndex((word, at) => !isOpen(word) && word !== said[at]);
  const reach = differs === -1 ? pattern.length : differs;
  return pattern.flatMap((word, at) =>
    isOpen(word) && at < reach && (said[at] ?? '') !== '' ? [at] : [],
  );
}

function isOpen(word: string): boolean {
  return word.startsWith(':');
}

/** A part of a path as routes are matched: letters count alike, however they are written. */
function wordOf(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch (error) {
    // Named recovery: what is no text is no word of ours.
    if (error instanceof URIError) return part;
    throw error;
  }
}
