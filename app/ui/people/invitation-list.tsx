// Invitations that nobody has accepted yet, each to be withdrawn or sent again.
import { INVITATIONS } from '#words/people/people-pages.ts';
import type { ShownInvitation } from '#app/queries/people/shown-invitation.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Shown = ShownInvitation & { readonly department?: string | null };

export function InvitationList({ invitations }: { readonly invitations: readonly Shown[] }) {
  if (invitations.length === 0) return <p>There is no open invitation.</p>;
  return (
    <ul className="app-people">
      {invitations.map((invitation) => (
        <li key={invitation.id}>
          <p className="app-comment">
            {invitation.email}
            <br />
            {invitation.role}
            {invitation.department === undefined
              ? ''
              : `, ${invitation.department ?? 'the whole organisation'}`}
            . Open until {dayAndTime(invitation.expiresAt)}
          </p>
          <Buttons {...invitation} />
        </li>
      ))}
    </ul>
  );
}

function Buttons({ id, email, role, maySendAgain, mayWithdraw }: Shown) {
  const intents = [
    ...(maySendAgain ? [['again', INVITATIONS.sendAgain] as const] : []),
    ...(mayWithdraw ? [['revoke', INVITATIONS.withdraw] as const] : []),
  ];
  if (intents.length === 0) return null;
  return (
    <form method="post" className="app-button-row">
      <input type="hidden" name="invitation" value={id} />
      {intents.map(([intent, text]) => (
        <button
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          name="intent"
          value={intent}
          key={intent}
        >
          {text}
          <span className="nhsuk-u-visually-hidden">
            : invitation of {email}, {role}
          </span>
        </button>
      ))}
    </form>
  );
}
