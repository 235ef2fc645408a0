// The plan behind an award as anyone may read it, on the page, as data and as a document: what, why and
// until when; never who, and no figure of where things stand (catalogue DATA-01, DATA-03).
import { type AssessmentFile, assessmentOf } from '#app/domain/formats/assessment-file.ts';
import type { Action, ActionFields } from '#app/domain/plan/action.ts';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import { emptyValue, perField } from '#app/domain/plan/per-field.ts';

const REMOVED = '[name removed]';

/** The submitted actions without what is the team's alone: owners, who does the work, a baseline. */
export function publicPlan(content: AssessmentFile): readonly Action[] {
  return withoutNames(assessmentOf(content).actions);
}

/** Actions as anyone may read them. */
export function withoutNames(actions: readonly Action[]): readonly Action[] {
  const names = namesIn(actions);
  const text = (value: string) =>
    names.reduce((left, name) => left.replaceAll(name, REMOVED), value);
  return actions.map((action) => ({
    ...action,
    ...perField<ActionFields>(ACTION_FIELDS, (field) =>
      field.readers === 'team' ? emptyValue(field) : valueWithout(action, field, text),
    ),
  }));
}

function valueWithout(
  action: Action,
  field: ActionField,
  text: (value: string) => string,
): ActionFields[keyof ActionFields] {
  switch (field.kind) {
    case 'group':
    case 'line':
    case 'text':
      return text(action[field.name]);
    case 'lines':
      return action[field.name].map(text);
    case 'milestones':
      return action[field.name].map((one) => ({ ...one, text: text(one.text) }));
    default:
      return action[field.name];
  }
}

// An owner is written as 'Name, post': what stands before the comma is taken for a name, and removed
// wherever else the plan says it. One word alone is left, because it may be any word.
function namesIn(actions: readonly Action[]): readonly string[] {
  const written = actions.flatMap(({ owner, responsible }) => [
    owner.split(/[,(]/)[0] ?? '',
    ...responsible.split(/[;,\n]/),
  ]);
  return [...new Set(written.map((name) => name.trim()))]
    .filter((name) => /^\p{L}\S*(?:\s+\S+){1,4}$/u.test(name))
    .toSorted((one, other) => other.length - one.length);
}
