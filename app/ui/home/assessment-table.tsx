// The assessments of several departments, one row each: what comes next, the level, and the dates that matter.
import { addressOf } from '#app/addresses.ts';
import type { HomeView } from '#app/queries/home/home.ts';
import { DeadlineText } from '#app/ui/assessment/deadline-text.tsx';
import { AwardAtHomeView } from '#app/ui/award/award-at-home.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { RevisionsLine } from '#app/ui/submission/revisions-line.tsx';
import { SigningLine } from '#app/ui/submission/signing-state.tsx';
import { ASSESSMENT_TABLE } from '#words/home/home-words.ts';
import { NextLink } from './next-line.tsx';

type Assessment = HomeView['assessments'][number];

export function AssessmentTable({ assessments }: Pick<HomeView, 'assessments'>) {
  return (
    <ScrollTable caption={ASSESSMENT_TABLE.caption} columns={ASSESSMENT_TABLE.columns}>
      {assessments.map((assessment) => (
        <TableRow key={assessment.id}>
          <th className="nhsuk-table__header" scope="row">
            <a href={addressOf('/assessments/:id', { id: assessment.id })}>
              {assessment.label}
              <span className="nhsuk-u-visually-hidden">, {assessment.organisation}</span>
            </a>
            <br />
            <span className="nhsuk-body-s">{assessment.charter}</span>
          </th>
          <td className="nhsuk-table__cell">
            <NextLink id={assessment.id} next={assessment.next} />
          </td>
          <td className="nhsuk-table__cell">{levelIn(assessment)}</td>
          <td className="nhsuk-table__cell">
            {ASSESSMENT_TABLE.ready(assessment.ready, assessment.all)}
          </td>
          <td className="nhsuk-table__cell app-dates">
            <DeadlineText {...assessment} />
            {assessment.award === null ? null : (
              <AwardAtHomeView {...assessment} award={assessment.award} />
            )}
            <RevisionsLine {...assessment} />
            <SigningLine {...assessment} />
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function levelIn({ level, target }: Assessment): string {
  return ASSESSMENT_TABLE.level(level, target);
}
