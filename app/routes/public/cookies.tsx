import { servicesContext } from '#app/http/contexts.ts';
import { IDLE_MINUTES, LONGEST_HOURS, sessionCookieName } from '#app/identity/auth.ts';
import { Prose } from '#app/ui/prose.tsx';
import type { Route } from './+types/cookies';
import { ScrollTable } from '#app/ui/scroll-table.tsx';

export const policy = 'public';

export function loader({ context }: Route.LoaderArgs) {
  const { config } = context.get(servicesContext);
  return { cookie: sessionCookieName(config.origin), idle: IDLE_MINUTES, longest: LONGEST_HOURS };
}

export default function Cookies({ loaderData: { cookie, idle, longest } }: Route.ComponentProps) {
  return (
    <Prose title="Cookies">
      <p>
        A cookie is a small text that a website keeps in your browser. This service uses one, and
        only because it cannot work without it. So there is nothing to accept or to refuse.
      </p>
      <ScrollTable
        caption="The cookie that we use"
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
      </ScrollTable>
      <p>
        It is set when you sign in. There are no cookies for analysis or advertising, and no page
        asks any other website for anything.
      </p>
    </Prose>
  );
}
