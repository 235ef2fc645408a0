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

/** How to look up the policy of a path, for one build. */
export function policiesOf({ routes }: Pick<ServerBuild, 'routes'>): PolicyOf {
  const all = listed(routes);
  const tree = childrenOf(all, undefined);
  return (pathname) => {
    const leaf = matchRoutes(tree, pagePath(pathname))?.at(-1)?.route.id;
    const found = all.find(({ id }) => id === leaf);
    return found === undefined ? null : (declared(found.module) ?? 'nobody');
  };
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
