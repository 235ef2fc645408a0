import { servicesContext } from '#app/http/contexts.ts';
import {
  DEVICE_DAYS,
  deviceCookieName,
  IDLE_MINUTES,
  LONGEST_HOURS,
  sessionCookieName,
} from '#app/identity/auth.ts';
import { Prose } from '#app/ui/prose.tsx';
import type { Route } from './+types/cookies';
import { ScrollTable } from '#app/ui/scroll-table.tsx';

export const policy = 'public';

export function loader({ context }: Route.LoaderArgs) {
  const { origin } = context.get(servicesContext).config;
  return {
    cookie: sessionCookieName(origin),
    device: deviceCookieName(origin),
    idle: IDLE_MINUTES,
    longest: LONGEST_HOURS,
    days: DEVICE_DAYS,
  };
}

export default function Cookies({ loaderData }: Route.ComponentProps) {
  const { cookie, device, idle, longest, days } = loaderData;
  return (
    <Prose title="Cookies">
      <p>
        A cookie is a small text that a website keeps in your browser. This service uses two, and
        only because it cannot work safely without them. So there is nothing to accept or to refuse.
      </p>
      <ScrollTable
        caption="The cookies that we use"
        columns={['Name', 'What it is for', 'How long it lasts']}
      >
        <tr className="nhsuk-table__row">
          <td className="nhsuk-table__cell">
            <code>{cookie}</code>
          </td>
          <td className="nhsuk-table__cell">Remembers that you are signed in</td>
          <td className="nhsuk-table__cell">
            Until you sign out, after {idle} minutes without a request, or after {longest} hours in
            any case
          </td>
        </tr>
        <tr className="nhsuk-table__row">
          <td className="nhsuk-table__cell">
            <code>{device}</code>
          </td>
          <td className="nhsuk-table__cell">
            Remembers that you have signed in on this device before, so that you come first when
            very many people try to sign in at once. It holds no name and no address, and lets
            nobody in
          </td>
          <td className="nhsuk-table__cell">{days} days after you last signed in here</td>
        </tr>
      </ScrollTable>
      <p>
        They are set when you sign in. There are no cookies for analysis or advertising, and no page
        asks any other website for anything.
      </p>
    </Prose>
  );
}
