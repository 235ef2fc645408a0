// A submission under the charter with statements, before its panel in discussion, in the data folder of a started
// service: the demo's Speech and language therapy. Everybody on the panel finds all of rating 1 true.
import { factsOf } from '#app/domain/formats/assessment-file.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { contentIn } from '#app/doors/kept-record.ts';
import { openDiscussion } from '#app/use-cases/review/discuss-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { type AppServer, startApp } from './app-server.ts';
import { valueOf } from './http.ts';
import { PEOPLE } from './people.ts';
import { done, panelOf, rateAll, submitAgain } from './review.ts';
import { actorOf, PANEL, prepared } from './reviewed-app.ts';

export type TickedReview = {
  readonly app: AppServer;
  readonly review: string;
  readonly assessment: string;
};

export async function tickedReview(): Promise<TickedReview> {
  const { services, folder } = await prepared();
  const assessment = valueOf(
    folder,
    'select a.id from assessments a join departments d on d.id = a.department_id where d.name like ?',
    'Speech%',
  );
  const lead = await actorOf(services, PEOPLE.statementsLead);
  const sponsor = await actorOf(services, PEOPLE.statementsSponsor);
  const administrator = await actorOf(services, PEOPLE.administrator);
  await submitAgain(services, { lead, sponsor, assessmentId: assessment });
  const [submission] = await listSubmissions(services.engine.db, assessment);
  const chair = await actorOf(services, PANEL.chair);
  const raters = [
    chair,
    await actorOf(services, PANEL.kwabena),
    await actorOf(services, PANEL.orla),
  ];
  const panelId = await panelOf(
    { services, administrator },
    raters.map((person) => ({
      person,
      seat: person === chair ? 'chair' : 'reviewer',
      statistics: true,
    })),
  );
  const command = { panelId, submissionId: submission?.id ?? '', ratingsDueAt: null };
  const { id: reviewId } = done(await openReview(services, administrator, command));
  const charter = services.library.versions.get('bme-mentoring@2.0.0')?.charter;
  if (charter === undefined || submission === undefined) throw new Error('nothing is submitted');
  const { content } = contentIn(submission);
  // Its facts rule one out.
  const asked = applyingCriteria(charter, { facts: factsOf(content) });
  const criteria = asked.map(({ id }) => id);
  await rateAll(services, { reviewId, raters, criteria, rating: 1 });
  done(await openDiscussion(services, chair, { reviewId }));
  services.close();
  return { app: await startApp({ folder }), review: reviewId, assessment };
}
