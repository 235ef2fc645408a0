// Words for what can stand in the way of changing an organisation, at the field that they are about.
import type { OrganisationChangeProblem } from '#app/domain/award/organisation-change.ts';

/** The problem at its field. */
export function organisationErrors(
  problem: OrganisationChangeProblem,
  intent: string,
): Readonly<Record<string, string>> {
  const day = intent === 'merge' ? 'mergedOn' : 'renamedOn';
  switch (problem.code) {
    case 'name-wrong':
      return { name: `Enter the new name, in at most ${problem.most} characters` };
    case 'name-taken':
      return { name: `Another organisation has this name: ‘${problem.name}’` };
    case 'to-confirm':
      return {};
    case 'same-name':
      return { name: 'This is its name already' };
    case 'not-a-date':
      return { [day]: 'Enter a real date, such as 1 4 2027' };
    case 'in-the-future':
      return { [day]: 'This day has not come yet. Enter the change once it has happened' };
    case 'no-successor':
      return { into: 'Choose the organisation that it is part of now' };
    case 'merged-already':
      return { into: 'It is part of another organisation already' };
    case 'would-go-in-a-circle':
      return { into: 'That organisation is part of this one' };
    case 'ods-code-wrong':
      return { odsCode: 'An ODS code has 3 to 9 letters and digits' };
    case 'ods-code-taken':
      return { odsCode: 'Another organisation has this code' };
    default:
      return problem satisfies never;
  }
}
