// An administrator takes a lost second factor away, a day ahead and with a reason.
import { FACTORS } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { personFactorPage } from '#app/queries/accounts/factor-of-person.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Page = NonNullable<Awaited<ReturnType<typeof personFactorPage>>> & {
  readonly done: string | null;
};
type Refused = { readonly error: string; readonly reason: string } | null;

export function PersonFactorView({ page, refused }: { page: Page; refused: Refused }) {
  const problems = refused === null ? [] : [{ text: refused.error, field: 'reason' }];
  return (
    <Column>
      <PageTitle title={`Second factor: ${page.name}`} problems={refused !== null} />
      <BackLink to={addressOf('/admin/people/:person', { person: page.id })}>{page.name}</BackLink>
      <ErrorSummary problems={problems} />
      <Done what={refused === null ? page.done : null} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          <bdi>{page.name}</bdi>
        </span>
        Second factor
      </h1>
      <p>{standing(page)}</p>
      <Reset page={page} refused={refused} />
    </Column>
  );
}

function standing({ authenticator, passkeys }: Page): string {
  const parts = [
    ...(authenticator ? [FACTORS.app] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? FACTORS.onePasskey : FACTORS.passkeys(passkeys)] : []),
  ];
  return parts.length === 0 ? FACTORS.none : FACTORS.inUse(parts.join(' and '));
}

function Reset({ page, refused }: { readonly page: Page; readonly refused: Refused }) {
  if (!page.authenticator && page.passkeys === 0) return null;
  if (page.isOwn) {
    return (
      <p>
        This is your own account. If you lose your device, another administrator takes the factor
        away, or whoever runs the service does so with the command{' '}
        <code>charter admin reset-factor</code>.
      </p>
    );
  }
  if (page.reset !== null) {
    return (
      <form method="post">
        <p>
          It will be taken away on {dayAndTime(page.reset.effectiveAt)}. Its owner has a letter, and
          can keep it until then. The reason: {page.reset.reason}
        </p>
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="cancel">
          Leave it after all
        </button>
      </form>
    );
  }
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">The device is lost</h2>
      <p>
        Make sure that it is really them who ask: talk to them, do not answer a letter. They get a
        letter now, and in a day the factor goes and they are signed out. With their password they
        then set up another.
      </p>
      <TextArea
        name="reason"
        label="Why"
        hint="Their letter says it; the trail says who asked"
        rows={3}
        value={refused?.reason ?? ''}
        error={refused?.error}
      />
      <button className="nhsuk-button" name="intent" value="ask">
        Take it away in a day
      </button>
    </form>
  );
}
