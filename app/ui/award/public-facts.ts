// What the public page of an award says of an action under its objective and dates.
import type { PublicAction } from '#app/domain/award/public-award.ts';
import { PUBLIC_FIELDS, type PublicField } from '#app/domain/award/public-fields.ts';
import { actionWords } from '#words/plan/action-words.ts';
import { dayText } from '#words/kit/time.ts';

/** They stand above, or, as what the plan groups by, nowhere: the page lists the actions one by one. */
const ABOVE: readonly string[] = ['keyPriority', 'objective', 'startOn', 'dueOn'];
/** After all others. */
const LAST: readonly string[] = ['resources', 'criteria'];

/** The facts in the order of the page. */
export function publicFacts(action: PublicAction) {
  return PUBLIC_FIELDS.filter(({ name }) => !ABOVE.includes(name))
    .toSorted((one, other) => LAST.indexOf(one.name) - LAST.indexOf(other.name))
    .map((field) => ({
      field: field.name,
      label: actionWords[field.name].onAward ?? actionWords[field.name].name,
      text: publicText(action, field),
    }));
}

function publicText(action: PublicAction, field: PublicField): string {
  switch (field.kind) {
    case 'lines':
    case 'criteria':
      return action[field.name].join('\n');
    case 'milestones':
      return action[field.name].map(({ on, text }) => `${dayText(on)}: ${text}`).join('\n');
    case 'day':
      return dayText(action[field.name] ?? '');
    default:
      return action[field.name];
  }
}
