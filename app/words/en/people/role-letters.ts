// Letters about who may act for whom: nobody changes that silently.
import type { LetterWords } from '#words/letters/letter.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Person = { readonly name: string; readonly email: string };

/** The one who acts, by name. */
type By = { readonly by: string };

const help = (contact: string | null) => contact ?? 'the awarding body';

export function roleRemovedWords({
  by,
  person,
  role,
  place,
  contact,
}: By & {
  readonly person: Person;
  readonly role: string;
  readonly place: string;
  readonly contact: string | null;
}): LetterWords {
  return {
    subject: `A role was taken away: ${role}, ${place}`,
    paragraphs: [
      `${by} of the awarding body has taken a role away from ${person.name} (${person.email}): ${role}, ${place}.`,
      `If you think that this is a mistake, write to ${help(contact)}.`,
    ],
    link: null,
  };
}

type Body = By & { readonly role: string; readonly url: string };

/** To whoever has the role now. */
export function bodyRoleGivenWords({ by, role, url }: Body): LetterWords {
  return {
    subject: `Your role with the awarding body: ${role}`,
    paragraphs: [`${by} has given your account a role of the awarding body: ${role}.`],
    link: { url, text: 'Go to the service' },
  };
}

/** To the other administrators. */
export function bodyRoleTold({
  by,
  person,
  role,
  url,
}: Body & { readonly person: Person }): LetterWords {
  return {
    subject: `A role of the awarding body was given: ${role}`,
    paragraphs: [
      `${by} has given ${person.name} (${person.email}) a role of the awarding body: ${role}.`,
      'Every administrator gets this letter. If it is not as it should be, take the role away or close the account.',
    ],
    link: { url, text: 'Look at the account' },
  };
}

type Invited = By & { readonly role: string; readonly place: string; readonly url: string };

/** To those who answer for the organisation. */
export function invitationTold({
  by,
  email,
  role,
  place,
  url,
}: Invited & { readonly email: string }): LetterWords {
  return {
    subject: `Somebody was invited: ${role}, ${place}`,
    paragraphs: [
      `${by} has invited ${email} to a role of ${place}: ${role}.`,
      'Everyone who answers for the organisation gets this letter. If you did not expect it, talk to the person who invited, or withdraw the invitation.',
    ],
    link: { url, text: 'People of the organisation' },
  };
}

/** To whoever is invited. */
export function invitationWords({
  by,
  role,
  place,
  days,
  url,
}: Invited & { readonly days: number }): LetterWords {
  return {
    subject: `Invitation to the mentoring charter self-assessment of ${place}`,
    paragraphs: [
      `${by} invites you to work on the mentoring charter self-assessment of ${place}. Your role: ${role}.`,
      `The link below works once, for ${days} days, and only for the address that this letter was sent to. If you did not expect it, you need not do anything.`,
    ],
    link: { url, text: 'Read the invitation' },
  };
}

type SteppingIn = By & {
  readonly email: string;
  readonly place: string;
  readonly reason: string;
  readonly effectiveAt: string;
  readonly url: string;
};

export function stepInWords(asked: SteppingIn): LetterWords {
  const { by, email, place, reason, effectiveAt, url } = asked;
  return {
    subject: `The awarding body wants to invite a lead: ${place}`,
    paragraphs: [
      `${by} of the awarding body wants ${email} to be invited as assessment lead of ${place}. The reason that they give: ${reason}`,
      `Unless one of you objects, the invitation goes out after ${dayAndTime(effectiveAt)}, London time. Whoever accepts it reads and writes the self-assessments there.`,
      'Everyone who answers for the organisation gets this letter. If you do not want this, follow the link and object: nothing happens then.',
    ],
    link: { url, text: 'Read it, or object' },
  };
}

export function contactSetWords({
  by,
  organisation,
  email,
  at,
}: By & {
  readonly organisation: string;
  readonly email: string;
  readonly at: string;
}): LetterWords {
  return {
    subject: `The contact on record of ${organisation} has changed`,
    paragraphs: [
      `${by} has set the contact on record of ${organisation} to ${email} on ${dayAndTime(at)}. The awarding body writes there about who may act for the organisation.`,
      'If you did not expect this, talk to them.',
    ],
    link: null,
  };
}

type Account = By & {
  readonly what: 'closed' | 'opened';
  readonly person: Person;
  /** Whether it is its owner who reads the letter. */
  readonly own: boolean;
  readonly contact: string | null;
};

export function accountWords({ what, by, person, own, contact }: Account): LetterWords {
  const whose = own ? 'Your account' : `The account of ${person.name} (${person.email})`;
  const short = own ? 'Your account' : `The account of ${person.name}`;
  return {
    subject: what === 'closed' ? `${short} is closed` : `${short} is open again`,
    paragraphs: [
      what === 'closed'
        ? `${whose} with the mentoring charter self-assessment was closed by ${by} of the awarding body. Nobody can sign in to it any more. What was written, signed and decided with it stays as it is.`
        : `${whose} with the mentoring charter self-assessment was opened again by ${by} of the awarding body, with the roles that it had.`,
      `If you think that this is a mistake, write to ${help(contact)}.`,
    ],
    link: null,
  };
}
