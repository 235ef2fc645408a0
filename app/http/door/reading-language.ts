// In which language somebody reads charters: chosen by a link (`?language=cy`), remembered in a cookie. What
// loaders read is in that language, where a charter has it; what actions write never is.
import type { RouterContext, RouterContextProvider, ServerBuild } from 'react-router';
import type { Services } from '#app/services.server.ts';
import { inLanguage, lookUp } from '#app/domain/charter/translation/language-tag.ts';
import { languageCookieName } from '#app/identity/auth.ts';
import { doorIn } from './door.ts';
import { languageContext, servicesContext } from './contexts.ts';
import { cookieIn, hostCookie } from './read-cookies.ts';

/** For how long a browser remembers the language. */
export const LANGUAGE_DAYS = 365;
/** What a link says for the charter's own language. */
const OWN = 'en';

type CharterLibrary = Services['library'];
type Settings = { readonly origin: string };

/** The tag of the language; null = each charter's own. */
export function readingLanguage(
  request: Pick<Request, 'url' | 'headers'>,
  library: CharterLibrary,
  { origin }: Settings,
): string | null {
  const asked = askedLanguage(request, library);
  if (asked !== null) return asked === OWN ? null : asked;
  const kept = cookieIn(request, languageCookieName(origin));
  return kept === null ? null : nearest(library, kept);
}

/** The page, and a cookie that remembers the language where a link has chosen one. */
export function rememberLanguage(
  page: Response,
  request: Pick<Request, 'url' | 'headers'>,
  { library, config: { origin } }: Pick<Services, 'library' | 'config'>,
): Response {
  const asked = askedLanguage(request, library);
  if (asked === null) return page;
  const own = asked === OWN;
  const seconds = own ? 0 : LANGUAGE_DAYS * 86_400;
  const cookie = hostCookie(languageCookieName(origin), own ? '' : asked, { origin, seconds });
  const remembered = new Response(page.body, page);
  remembered.headers.append('Set-Cookie', cookie);
  return remembered;
}

/** What a link asks for: the charter's own language, or one that a charter of the library has. */
function askedLanguage({ url }: Pick<Request, 'url'>, library: CharterLibrary): string | null {
  const asked = new URL(url).searchParams.get('language');
  if (asked === null) return null;
  return nearest(library, asked) ?? lookUp(asked, [OWN]);
}

/** The language of the library that a tag asks for; null = none. */
function nearest({ versions }: CharterLibrary, tag: string): string | null {
  return lookUp(
    tag,
    [...versions.values()].flatMap(({ translations }) => [...translations.keys()]),
  );
}

const inLanguages = new WeakMap<CharterLibrary, Map<string, CharterLibrary>>();

/** The library whose charters are in this language, those that have it. */
function libraryIn(library: CharterLibrary, language: string): CharterLibrary {
  const kept = inLanguages.get(library) ?? new Map<string, CharterLibrary>();
  inLanguages.set(library, kept);
  const known = kept.get(language);
  if (known !== undefined) return known;
  const versions = new Map(
    [...library.versions].map(([name, version]) => {
      const charter = inLanguage(version.translations, language)?.charter ?? version.charter;
      return [name, { ...version, charter }] as const;
    }),
  );
  const made = { ...library, versions };
  kept.set(language, made);
  return made;
}

/**
 * The build in which pages, and documents that say so, read charters in the language that the request is read in.
 * What programs read, and what comes back as a form or a file, is in the charter's own.
 */
export function readInLanguage(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const load = route?.module.loader;
    if (route === undefined || load === undefined || !isRead(route.module)) {
      return [id, route] as const;
    }
    const loader: typeof load = (given) => load({ ...given, context: reading(given.context) });
    return [id, { ...route, module: { ...route.module, loader } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function isRead(module: object): boolean {
  return Reflect.has(module, 'default') || doorIn(module)?.inLanguage === true;
}

/** The same context with the library in the reader's language. */
function reading(context: Readonly<RouterContextProvider>): Readonly<RouterContextProvider> {
  const language = context.get(languageContext);
  if (language === null) return context;
  const services = context.get(servicesContext);
  const translated = { ...services, library: libraryIn(services.library, language) };
  return new Proxy(context, {
    get(target, key) {
      if (key !== 'get') return Reflect.get(target, key, target);
      return (asked: RouterContext<unknown>): unknown =>
        Object.is(asked, servicesContext) ? translated : target.get(asked);
    },
  });
}
