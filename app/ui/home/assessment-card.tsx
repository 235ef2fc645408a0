// One assessment on the home page: what it is, what comes next, and every date that it has.
import { addressOf } from '#app/addresses.ts';
import type { HomeView } from '#app/queries/home/home.ts';
import { DeadlineText } from '#app/ui/assessment/deadline-text.tsx';
import { AwardAtHomeView } from '#app/ui/award/award-at-home.tsx';
import { Progress } from '#app/ui/kit/done-so-far.tsx';
import { RevisionsLine } from '#app/ui/submission/revisions-line.tsx';
import { SigningLine } from '#app/ui/submission/signing-state.tsx';
import { dayText } from '#words/kit/time.ts';
import { NextLine } from './next-line.tsx';

type Props = { readonly assessment: HomeView['assessments'][number] };

export function AssessmentCard({ assessment }: Props) {
  return (
    <section className="app-evidence">
      <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">
        <a href={addressOf('/assessments/:id', { id: assessment.id })}>
          {assessment.label}
          <span className="nhsuk-u-visually-hidden">, {assessment.organisation}</span>
        </a>
      </h2>
      <p className="nhsuk-u-margin-bottom-2">{assessment.organisation}</p>
      <NextLine id={assessment.id} next={assessment.next} />
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-3">
        {assessment.charter}, started on {dayText(assessment.startedOn)}
        <br />
        Target: {assessment.target}.{' '}
        {assessment.state === 'submitted' ? 'Level by your own ratings' : 'Level reached so far'}:{' '}
        {assessment.level ?? 'none yet'}.
      </p>
      <DeadlineText {...assessment} />
      {assessment.award === null ? null : (
        <AwardAtHomeView {...assessment} award={assessment.award} />
      )}
      <RevisionsLine {...assessment} />
      <SigningLine {...assessment} />
      <Progress ready={assessment.ready} all={assessment.all} />
    </section>
  );
}
