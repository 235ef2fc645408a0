// Where somebody's work begins.
import { type Actor, PANEL_ROLES } from './actor.ts';

/** The page that whoever only administers, or only sits on panels, works from; null = the list of assessments. */
export function startPage({ memberships }: Pick<Actor, 'memberships'>): 'desk' | 'reviews' | null {
  const only = (roles: readonly string[]) =>
    memberships.length > 0 && memberships.every(({ role }) => roles.includes(role));
  if (only(['charter-administrator'])) return 'desk';
  return only(PANEL_ROLES) ? 'reviews' : null;
}
