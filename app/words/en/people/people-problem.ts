// Words for what can stand in the way of somebody's account or role, and of a letter to them.
import type { Most } from '#words/kit/fact-words.ts';

/** Where no mail server is set. */
const NO_MAIL =
  'No mail server is set, so nobody can be written to. Nothing was changed. On this installation accounts and links are made on the command line alone: ask whoever runs the service for charter admin create or charter admin reset-link';

export const PEOPLE = {
  'email-in-use': ({ email }: { readonly email: string }) =>
    `There is already an account for ${email}. Add a role to it instead`,
  'role-elsewhere': 'This role does not belong there',
  'role-held': 'This person has that role already',
  'role-apart':
    'Whoever administers holds no role in an organisation, nor on a panel. Nothing was changed. Take the other role away first, or choose another person',
  'own-administration': 'You cannot take away your own administration. Ask another administrator',
  'own-role': 'You cannot give yourself a role. Ask another administrator',
  'own-account': 'You cannot close your own account. Ask another administrator',
  'account-closed': 'This account is closed. Open it again first',
  'account-as-asked':
    'Somebody has closed or opened this account meanwhile. It is shown as it is now',
  'no-mail': NO_MAIL,
  'too-many-links': ({ most }: Most) =>
    `This person has been sent ${most} links in an hour. Nothing was sent; try again later`,
};

/** Organisations and departments. */
export const PLACES = {
  'name-taken': ({ name }: { readonly name: string }) => `It is there already, as ‘${name}’`,
  'name-wrong': ({ most }: Most) => `Enter a name of at most ${most} characters`,
};
