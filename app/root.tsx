// The frame of every page: header, who is signed in, footer with the pages that are everywhere.
import type { ReactNode } from 'react';
import { Links, Outlet, Scripts, useMatches, useRouteLoaderData } from 'react-router';
import { direction } from '#app/domain/charter/translation/language-tag.ts';
import { sitsOnPanels } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import {
  actorContext,
  factorContext,
  languageContext,
  nonceContext,
  servicesContext,
} from '#app/http/door/contexts.ts';
import { bannerText } from '#words/kit/storage-text.ts';
import { FactorBanner, SiteFooter, SiteHeader, StorageBanner } from '#app/ui/kit/site-frame.tsx';
import { useCameBack, WithTyped } from '#app/ui/kit/typing/came-back.tsx';
import { ReadingProvider } from '#app/ui/kit/jsx/passage.ts';
import { isInteractive } from '#app/ui/kit/interactive.ts';
import { RouteError } from '#app/ui/kit/route-error.tsx';
import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff2?url';
import regular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import { LANGUAGE } from '#words/language.ts';
import type { Route } from './+types/root';
import styles from './ui/kit/styles/styles.scss?url';
// oxlint-disable-next-line import/default -- the bundler makes the address of a script out of it
import typing from './ui/kit/typing/typing.ts?worker&url';

// The two files that every page needs; the letters beyond Latin come where a page has some (_typeface.scss).
const typeface = [regular, bold].map((href) => ({
  rel: 'preload' as const,
  as: 'font' as const,
  type: 'font/woff2',
  href,
  crossOrigin: 'anonymous' as const,
}));

export const links: Route.LinksFunction = () => [...typeface, { rel: 'stylesheet', href: styles }];

export function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  const { config, storage } = context.get(servicesContext);
  const standing = storage.standing();
  const factor = context.get(factorContext);
  const language = context.get(languageContext);
  return {
    name: actor?.name ?? null,
    administrator: actor !== null && mayAdminister(actor, 'open-administration'),
    panels: actor !== null && sitsOnPanels(actor),
    awardingBody: config.awardingBody,
    banner: standing === null ? null : bannerText(standing),
    factorDueBy: factor.kind === 'due' ? factor.by : null,
    demo: config.mode === 'demo',
    outbox: config.mode === 'demo' && actor !== null && mayAdminister(actor, 'read-letters'),
    /** The language in which charters are read; null = their own. */
    reading: language === null ? null : { language, direction: direction(language) },
    // What an error page asks people to quote.
    reference: context.get(nonceContext).slice(0, 8),
  };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root');
  const { refused } = useCameBack();
  return (
    <html lang={LANGUAGE} data-refused={refused ? '' : undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#005eb8" />
        <Links />
      </head>
      <body>
        <a className="nhsuk-skip-link" href="#maincontent">
          Skip to main content
        </a>
        <SiteHeader
          name={frame?.name ?? null}
          administrator={frame?.administrator ?? false}
          panels={frame?.panels ?? false}
          demo={frame?.demo ?? false}
        />
        <Banner />
        <div className="nhsuk-width-container">
          <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
            <Read>{children}</Read>
          </main>
        </div>
        <SiteFooter awardingBody={frame?.awardingBody ?? null} outbox={frame?.outbox ?? false} />
        <PageScripts />
      </body>
    </html>
  );
}

/** What is read in the language of the reader, and with what came back of a form. */
function Read({ children }: { readonly children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <ReadingProvider value={frame?.reading ?? null}>
      <WithTyped>{children}</WithTyped>
    </ReadingProvider>
  );
}

/** What warns before a text is left behind, on every page; React where a page has something for it to do. */
function PageScripts() {
  const interactive = useMatches().some(({ handle }) => isInteractive(handle));
  // It would not know of texts that the server alone has added.
  const { nonce, texts } = useCameBack();
  return (
    <>
      <script type="module" src={typing} nonce={nonce} suppressHydrationWarning />
      {interactive && texts.length === 0 ? <Scripts /> : null}
    </>
  );
}

function Banner() {
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <>
      <StorageBanner text={frame?.banner ?? null} />
      <FactorBanner by={frame?.factorDueBy ?? null} />
    </>
  );
}

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = RouteError;
