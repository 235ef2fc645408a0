// The doors of a build: which routes have none, and which one a path leads to.
import { matchRoutes, type RouteObject, type ServerBuild } from 'react-router';
import { type AskedDoor, CLOSED, doorIn, NO_PAGE } from './door.ts';

type Built = Pick<ServerBuild, 'routes'>;
type Manifest = readonly NonNullable<Built['routes'][string]>[];

/** So many kinds of addresses are kept: there are fewer routes, but anybody may make up others. */
const MOST_KINDS = 2000;

/** Routes that can be asked for and do not say what they are, by id; empty in a sound build. */
export function routesWithoutDoor({ routes }: Built): readonly string[] {
  return listed(routes)
    .filter(({ id, path, index }) => id !== 'root' && (index || path !== undefined))
    .filter(({ module }) => doorIn(module) === null)
    .map(({ id }) => id);
}

/** The addresses of the routes whose doors say so, as the routes write them. */
export function patternsWhere({ routes }: Built, says: 'secret'): readonly string[] {
  return listed(routes)
    .filter(({ module }) => doorIn(module)?.[says] === true)
    .map(({ path = '' }) => path);
}

/**
 * How to look up the door of a path, for one build. The framework compiles every route for each question, so that it
 * is asked once for each kind of address.
 */
export function doorsOf({ routes }: Built): (pathname: string) => AskedDoor {
  const all = listed(routes);
  const tree = childrenOf(all, undefined);
  const doors = new Map(all.map(({ id, module }) => [id, doorIn(module) ?? CLOSED]));
  const kindOf = kindsOf(all);
  const known = new Map<string, AskedDoor>();
  return (pathname) => {
    const path = pagePath(pathname);
    const kind = kindOf(path);
    const kept = kind === null ? undefined : known.get(kind);
    if (kept !== undefined) return kept;
    const leaf = matchRoutes(tree, path)?.at(-1)?.route.id;
    const door = doors.get(leaf ?? '') ?? NO_PAGE;
    if (kind !== null && known.size < MOST_KINDS) known.set(kind, door);
    return door;
  };
}

/** The path of the page whose data a path asks for, as the framework reads it: `/x.data`, `/x/_.data`. */
export function pagePath(pathname: string): string {
  return pathname.endsWith('/_.data')
    ? pathname.slice(0, -'_.data'.length)
    : pathname.replace(/\.data$/, '');
}

/**
 * The kind of a path: two of a kind differ only in what no route spells out, and so lead to the same one. null =
 * it cannot be read.
 */
function kindsOf(all: Manifest): (path: string) => string | null {
  const parts = all.flatMap(({ path = '' }) => path.toLowerCase().split('/'));
  const words = new Set(parts.map((part) => part.replace(/\?$/, '')));
  const kindOfPart = (part: string) => {
    const read = decodeURIComponent(part);
    if (read === '') return '';
    return isAscii(read) && words.has(read.toLowerCase()) ? read.toLowerCase() : ':';
  };
  return (path) => {
    try {
      return path.split('/').map(kindOfPart).join('/');
    } catch (error) {
      // Named recovery: what is no text is left to the framework.
      if (error instanceof URIError) return null;
      throw error;
    }
  };
}

// Other letters are never those of a route, whatever their lower case is.
function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function listed(routes: Built['routes']): Manifest {
  return Object.values(routes).filter((route) => route !== undefined);
}

function childrenOf(all: Manifest, parent: string | undefined): RouteObject[] {
  return all
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) => {
      const common = { id, ...(path === undefined ? {} : { path }) };
      return index ? { ...common, index: true } : { ...common, children: childrenOf(all, id) };
    });
}
