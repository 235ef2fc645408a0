// Header and footer. Neutral: no logo and no name of any health service; the deployment names its body.
import { SITE_PLACES } from '#words/kit/kit-pages.ts';
import { SERVICE_NAME } from '#words/kit/service-name.ts';
import { addressOf } from '#app/addresses.ts';
import { dayOf } from '#words/kit/time.ts';

type HeaderProps = {
  readonly name: string | null;
  readonly administrator: boolean;
  /** Whether they sit on panels. */
  readonly panels: boolean;
  readonly demo: boolean;
};

export function SiteHeader({ name, administrator, panels, demo }: HeaderProps) {
  return (
    <header className="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-name" href="/">
            {SERVICE_NAME}
          </a>
          {demo ? <span className="app-demo-tag">Demo</span> : null}
        </div>
        {name === null ? null : (
          <nav className="nhsuk-header__account" aria-label="Account">
            <ul className="nhsuk-header__account-list">
              <li className="nhsuk-header__account-item">
                <a className="nhsuk-header__account-link" href={addressOf('/account')}>
                  <bdi>{name}</bdi>
                  <span className="nhsuk-u-visually-hidden">, your account</span>
                </a>
              </li>
              {panels ? (
                <li className="nhsuk-header__account-item">
                  <a className="nhsuk-header__account-link" href={addressOf('/reviews')}>
                    Reviews
                  </a>
                </li>
              ) : null}
              {administrator ? (
                <li className="nhsuk-header__account-item">
                  <a className="nhsuk-header__account-link" href={addressOf('/admin')}>
                    Administration
                  </a>
                </li>
              ) : null}
              <li className="nhsuk-header__account-item">
                <form
                  className="nhsuk-header__account-form"
                  method="post"
                  action={addressOf('/sign-out')}
                >
                  <button className="nhsuk-header__account-button">Sign out</button>
                </form>
              </li>
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** Nothing while all can be saved. */
export function StorageBanner({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <div className="nhsuk-width-container">
      <section className="nhsuk-warning-callout" aria-labelledby="storage-trouble">
        <h2 className="nhsuk-warning-callout__label" id="storage-trouble">
          Reading only
        </h2>
        <p>{text}</p>
      </section>
    </div>
  );
}

/** Until when a second factor is to be set up; nothing where there is nothing to do. */
export function FactorBanner({ by }: { readonly by: string | null }) {
  if (by === null) return null;
  return (
    <div className="nhsuk-width-container">
      <section className="nhsuk-warning-callout" aria-labelledby="factor-due">
        <h2 className="nhsuk-warning-callout__label" id="factor-due">
          Set up a second factor by {dayOf(by)}
        </h2>
        <p>
          Your role needs one, so that nobody can act in your name with a stolen password.{' '}
          <a href={addressOf('/account/second-factor')}>Set it up now</a>: it takes two minutes.
        </p>
      </section>
    </div>
  );
}

const LINKS = [
  [addressOf('/awards'), SITE_PLACES.awardRegister],
  [addressOf('/help'), SITE_PLACES.helpAndContact],
  [addressOf('/privacy'), SITE_PLACES.privacyNotice],
  [addressOf('/cookies'), SITE_PLACES.cookies],
  [addressOf('/accessibility'), SITE_PLACES.accessibilityStatement],
] as const;

type FooterProps = {
  readonly awardingBody: string | null;
  /** The demo sends no mail: its administrator reads the letters here. */
  readonly outbox: boolean;
};

export function SiteFooter({ awardingBody, outbox }: FooterProps) {
  const links = outbox
    ? [...LINKS, [addressOf('/outbox'), SITE_PLACES.outboxOfTheDemo] as const]
    : LINKS;
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map(([href, text]) => (
              <li className="nhsuk-footer__list-item" key={href}>
                <a className="nhsuk-footer__list-item-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">
            {awardingBody === null ? '' : `This service is run by ${awardingBody}. `}
            The charters offered here are proposals or examples. No professional body, regulator or
            government body has adopted them.
          </p>
        </div>
      </div>
    </footer>
  );
}
