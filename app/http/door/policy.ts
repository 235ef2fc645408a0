// Every route says who may come in at all; one that does not say fails the build and answers nobody.
// What someone may do inside is decided in the use case or query, for the exact organisation.
import { matchRoutes, type RouteObject, type ServerBuild } from 'react-router';

/** public = anyone; person = whoever is signed in; administrator = a charter administrator. */
export const ROUTE_POLICIES = ['public', 'person', 'administrator'] as const;
export type RoutePolicy = (typeof ROUTE_POLICIES)[number];

type Routes = ServerBuild['routes'];
type Manifest = readonly NonNullable<Routes[string]>[];

/** The policy of the page at a path: 'nobody' where it has none, null where there is no page. */
export type PolicyOf = (pathname: string) => RoutePolicy | 'nobody' | null;

/** Routes that can be asked for and carry no policy, by id; empty in a sound build. */
export function routesWithoutPolicy({ routes }: Pick<ServerBuild, 'routes'>): readonly string[] {
  return listed(routes)
    .filter(({ id, path, index }) => id !== 'root' && (index || path !== undefined))
    .filter(({ module }) => declared(module) === null)
    .map(({ id }) => id);
}

/** So many kinds of addresses are kept: there are fewer routes, but anybody may make up others. */
const MOST_KINDS = 2000;

/** How to look up the policy of a path, for one build. */
export function policiesOf(build: Pick<ServerBuild, 'routes'>): PolicyOf {
  const pageOf = pagesOf(build);
  return (pathname) => {
    const found = pageOf(pathname);
    return found === null ? null : (declared(found.module) ?? 'nobody');
  };
}

/** Where pages stand that say the same to everybody who is not signed in. */
const SHARED = /^routes\/(?:public|register)\//;

/** How to look up whether a path leads to such a page. */
export function sharedPagesOf(build: Pick<ServerBuild, 'routes'>): (pathname: string) => boolean {
  const pageOf = pagesOf(build);
  return (pathname) => {
    const found = pageOf(pathname);
    return found !== null && SHARED.test(found.id) && declared(found.module) === 'public';
  };
}

/**
 * How to look up the route that a path leads to, for one build; null = there is none. The framework compiles every
 * route for each question, so that it is asked once for each kind of address.
 */
function pagesOf({ routes }: Pick<ServerBuild, 'routes'>) {
  const all = listed(routes);
  const tree = childrenOf(all, undefined);
  const kindOf = kindsOf(all);
  const known = new Map<string, Manifest[number] | null>();
  return (pathname: string): Manifest[number] | null => {
    const path = pagePath(pathname);
    const kind = kindOf(path);
    const kept = kind === null ? undefined : known.get(kind);
    if (kept !== undefined) return kept;
    const leaf = matchRoutes(tree, path)?.at(-1)?.route.id;
    const found = all.find(({ id }) => id === leaf) ?? null;
    if (kind !== null && known.size < MOST_KINDS) known.set(kind, found);
    return found;
  };
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

/** The path of the page whose data a path asks for, as the framework reads it: `/x.data`, `/x/_.data`. */
export function pagePath(pathname: string): string {
  return pathname.endsWith('/_.data')
    ? pathname.slice(0, -'_.data'.length)
    : pathname.replace(/\.data$/, '');
}

function listed(routes: Routes): Manifest {
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

function declared(module: object): RoutePolicy | null {
  const policy: unknown = Reflect.get(module, 'policy');
  return ROUTE_POLICIES.find((known) => known === policy) ?? null;
}
