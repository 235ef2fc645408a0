// The start page for someone who is not signed in; in the demo it says what can be tried, and as whom.
import { SERVICE_NAME } from '#words/kit/service-name.ts';
import { addressOf } from '#app/addresses.ts';
import type { DemoGuide } from '#app/ports.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { PRODUCT_PURPOSE } from '#words/kit/product-wording.ts';

type Props = {
  readonly demo: DemoGuide | null;
  /** What the authenticator apps of the demo's people show now, by email address. */
  readonly codes: Readonly<Record<string, string>>;
};

export function Welcome({ demo, codes }: Props) {
  return (
    <>
      <PageTitle title="Start" />
      <Column>
        <h1 className="nhsuk-heading-xl">{SERVICE_NAME}</h1>
        <p className="nhsuk-lede-text">{PRODUCT_PURPOSE}</p>
        <p>With this service a department can:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>answer one question at a time, with its evidence</li>
          <li>see exactly where it stands, why, and the shortest way to the next level</li>
          <li>turn the gaps into an action plan, and download it as an accessible PDF</li>
          <li>submit what its sponsor has signed, and read what a panel decides and why</li>
        </ul>
        <a className="nhsuk-button" href={addressOf('/sign-in')}>
          Sign in
        </a>
        <p>
          Anyone can search the <a href={addressOf('/awards')}>award register</a>, without an
          account: find an award, read its report and its action plan, and{' '}
          <a href={addressOf('/verify')}>check that a certificate is genuine</a>.
        </p>
      </Column>
      {demo === null ? null : <DemoPeople demo={demo} codes={codes} />}
    </>
  );
}

type Guided = { readonly demo: DemoGuide; readonly codes: Props['codes'] };

function DemoPeople({ demo, codes }: Guided) {
  return (
    <section aria-labelledby="demo">
      <h2 className="nhsuk-heading-l" id="demo">
        Try the demo
      </h2>
      <Column>
        <p>
          Everything here is invented: three trusts, a health board, a panel, and their staff. What
          you change stays on this computer until the demo is started afresh. Sign in as any of
          these people; they all have the password <code>{demo.password}</code>
        </p>
      </Column>
      {placesIn(demo).map((place) => (
        <section key={place}>
          <h3 className="nhsuk-heading-m">{place}</h3>
          <People demo={demo} codes={codes} place={place} />
        </section>
      ))}
    </section>
  );
}

function placesIn({ people }: DemoGuide): readonly string[] {
  return [...new Set(people.map(({ place }) => place))];
}

function People({ demo, codes, place }: Guided & { readonly place: string }) {
  return (
    <ul className="app-people">
      {demo.people
        .filter((one) => one.place === place)
        .map(({ name, email, about, roles }) => (
          <li key={email}>
            <p>
              <strong>{name}</strong>, {roles}
              <br />
              {about}
              <br />
              <span className="nhsuk-u-secondary-text-colour">{email}</span>
              {codes[email] === undefined ? null : (
                <>
                  <br />
                  The authenticator app of {name} shows <code>{codes[email]}</code> now, and another
                  code every 30 seconds: load this page again for the next one.
                </>
              )}
            </p>
            <form method="post" action={addressOf('/sign-in')}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demo.password} />
              <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
                Sign in<span className="nhsuk-u-visually-hidden"> as {name}</span>
              </button>
            </form>
          </li>
        ))}
    </ul>
  );
}
