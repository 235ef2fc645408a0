import type { Door } from '#app/http/door/door.ts';
import { CHALLENGE_MINUTES, SECOND_STEP_MINUTES } from '#app/domain/policy/proof.ts';
import { PROVIDER_MINUTES, SIGNED_OUT_MINUTES } from '#app/domain/policy/provider.ts';
import { LANGUAGE_DAYS } from '#app/http/door/reading-language.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import {
  DEVICE_DAYS,
  deviceCookieName,
  languageCookieName,
  IDLE_MINUTES,
  LONGEST_HOURS,
  sessionCookieName,
  shortCookieName,
} from '#app/identity/auth.ts';
import { Prose } from '#app/ui/kit/prose.tsx';
import type { ReactNode } from 'react';
import type { Route } from './+types/about-cookies';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';

export const door = { policy: 'public', shared: true } satisfies Door;

export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(servicesContext).config;
  return {
    cookie: sessionCookieName(origin),
    device: deviceCookieName(origin),
    language: languageCookieName(origin),
    step: shortCookieName(origin, 'second-step'),
    challenge: shortCookieName(origin, 'challenge'),
    provider: shortCookieName(origin, 'provider'),
    signedOut: shortCookieName(origin, 'signed-out'),
    idle: IDLE_MINUTES,
    longest: LONGEST_HOURS,
    days: DEVICE_DAYS,
    languageDays: LANGUAGE_DAYS,
  };
}

export default function Cookies({ loaderData }: Route.ComponentProps) {
  const { cookie, device, step, challenge, provider, signedOut, idle, longest, days } = loaderData;
  const { language, languageDays } = loaderData;
  return (
    <Prose title="Cookies">
      <p>
        A cookie is a small text that a website keeps in your browser. This service uses these
        alone, and only because it cannot work safely without them. So there is nothing to accept or
        to refuse.
      </p>
      <ScrollTable
        caption="The cookies that we use"
        columns={['Name', 'What it is for', 'How long it lasts']}
      >
        <Cookie
          name={cookie}
          until={`Until you sign out, after ${idle} minutes without a request, or after ${longest} hours in any case`}
        >
          Remembers that you are signed in
        </Cookie>
        <Cookie name={device} until={`${days} days after you last signed in here`}>
          Remembers that you have signed in on this device before, so that nobody who guesses
          elsewhere keeps you out, and you come first when very many people try to sign in at once.
          It holds no name and no address, and lets nobody in
        </Cookie>
        <Cookie name={step} until={`${SECOND_STEP_MINUTES} minutes, or until you are signed in`}>
          Remembers that you have given your password, while you are asked for your code
        </Cookie>
        <Cookie name={challenge} until={`${CHALLENGE_MINUTES} minutes, or until you are signed in`}>
          Remembers what your passkey was asked to sign
        </Cookie>
        <Cookie name={provider} until={`${PROVIDER_MINUTES} minutes, or until you are back`}>
          Remembers what you were doing here, while you sign in at your organisation
        </Cookie>
        <Cookie name={signedOut} until={`${SIGNED_OUT_MINUTES} minutes`}>
          Remembers where you had signed in, so that you can sign out there, too
        </Cookie>
        <Cookie name={language} until={`${languageDays} days after you last chose`}>
          Remembers the language in which you read charters, where you have chosen another one
        </Cookie>
      </ScrollTable>
      <p>
        They are set when you sign in or out, and the last one when you choose a language. There are
        no cookies for analysis or advertising, and no page asks any other website for anything.
        Where you choose to sign in at your organisation, your browser goes to its website, which
        has cookies of its own.
      </p>
    </Prose>
  );
}

type CookieProps = {
  readonly name: string;
  readonly until: string;
  readonly children: ReactNode;
};

function Cookie({ name, until, children }: CookieProps) {
  return (
    <TableRow>
      <td className="nhsuk-table__cell">
        <code>{name}</code>
      </td>
      <td className="nhsuk-table__cell">{children}</td>
      <td className="nhsuk-table__cell">{until}</td>
    </TableRow>
  );
}
