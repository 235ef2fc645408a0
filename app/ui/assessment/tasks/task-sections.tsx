// Every criterion as a task, section by section, and the workforce counts that some of them need.
import { FACTS, TASKS } from '#words/assessment/assessment-pages.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { taskListPage } from '#app/queries/assessment/task-list-page.ts';
import { OpenTag } from '#app/ui/assessment/criterion-together.tsx';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { isOpenWork } from '#app/domain/assessment/work-progress.ts';
import { ReviewTag } from '#app/ui/assessment/work/review-tag.tsx';
import { dayText } from '#words/kit/time.ts';
import { StateTag } from '#app/ui/assessment/work/state-tag.tsx';

type Page = ReturnType<typeof taskListPage>;

type Narrowed = { /** Nothing but one’s own is shown. */ readonly mineOnly: boolean };
type Shown = { /** Somebody looks for something. */ readonly isNarrowed: boolean };

/** All criteria or one's own: two links, the current one marked. */
export function MineFilter({ id, mine, mineOnly }: Pick<Page, 'id' | 'mine'> & Narrowed) {
  if (mine === 0 && !mineOnly) return null;
  return (
    <nav className="app-places" aria-label="Which criteria">
      <ul>
        <li>
          <a
            href={addressOf('/assessments/:id', { id })}
            aria-current={mineOnly ? undefined : 'true'}
          >
            All criteria
          </a>
        </li>
        <li>
          <a
            href={`${addressOf('/assessments/:id', { id })}?person=me`}
            aria-current={mineOnly ? 'true' : undefined}
          >
            My criteria ({mine})
          </a>
        </li>
      </ul>
    </nav>
  );
}

export function TaskSections({
  id,
  isNarrowed,
  sections,
  indicators,
  facts,
  isOfOrganisation,
}: Pick<Page, 'id' | 'sections' | 'indicators' | 'facts' | 'isOfOrganisation'> & Shown) {
  const factsTitle = isOfOrganisation ? FACTS.titleOfOrganisation : FACTS.title;
  const shown = sections.filter(({ criteria }) => criteria.length > 0);
  return (
    <>
      {facts === null || isNarrowed ? null : <FactsTask id={id} name={factsTitle} facts={facts} />}
      {shown.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2" id={`section-${section.id}`}>
            {section.title}
          </h2>
          {section.tally === null || isNarrowed ? null : (
            <p className="nhsuk-u-secondary-text-colour">
              {section.tally.ready} of {section.tally.all} ready
            </p>
          )}
          <ul className="nhsuk-task-list">
            {section.criteria.map((criterion) => (
              <CriterionTask
                key={criterion.id}
                assessment={id}
                criterion={criterion}
                slug={criterion.id}
                hint={hintOf(criterion)}
              />
            ))}
          </ul>
        </section>
      ))}
      {indicators.length === 0 || isNarrowed ? null : (
        <section aria-labelledby="counts">
          <h2 className="nhsuk-heading-m" id="counts">
            Workforce counts
          </h2>
          <ul className="nhsuk-task-list">
            {indicators.map((indicator) => (
              <Task
                key={indicator.id}
                href={addressOf('/assessments/:id/indicators/:indicator', {
                  id,
                  indicator: indicator.id,
                })}
                name={indicator.title}
                slug={indicator.id}
                hint={`Needed for ${indicator.criteria.join(' and ')}`}
              >
                {indicator.entered ? (
                  'Entered'
                ) : (
                  <strong className="nhsuk-tag nhsuk-tag--blue">Not entered</strong>
                )}
              </Task>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type FactsProps = { readonly id: string; readonly name: string; readonly facts: Known };

function FactsTask({ id, name, facts }: FactsProps) {
  return (
    <ul className="nhsuk-task-list">
      <Task
        href={addressOf('/assessments/:id/facts', { id })}
        name={name}
        slug="facts"
        hint="It decides which criteria apply, and in which words"
      >
        Facts: {facts.known} of {facts.all} answered
      </Task>
    </ul>
  );
}

type Known = NonNullable<Page['facts']>;

type Criterion = Page['sections'][number]['criteria'][number];

function hintOf(criterion: Criterion) {
  const { dueOn, state } = criterion;
  const hint = workHint(criterion);
  return dueOn === null || !isOpenWork(state) ? hint : TASKS.dueBy(hint, dayText(dueOn));
}

function workHint(criterion: Criterion) {
  const { names, savedBy } = criterion;
  if (savedBy !== null) return TASKS.savedBy(workOf(criterion), savedBy);
  if (criterion.byOrganisation) return ORGANISATION_ANSWER.task;
  return names.length === 0
    ? workOf(criterion)
    : TASKS.withNames(workOf(criterion), names.join(', '));
}

function workOf({ state, minutes, claimed, notApplicable, review, toConfirm }: Criterion) {
  if (review) return TASKS.lookAgain;
  if (state === 'does-not-apply') return TASKS.ruledOut;
  if (state === 'not-started') return TASKS.about(minutes);
  if (notApplicable) return LABEL.notApplicable;
  if (claimed === null) return TASKS.noRating;
  const rating = TASKS.claimed(claimed);
  return toConfirm ? `${rating}. ${STATEMENTS.notConfirmed}` : rating;
}

type CriterionTaskProps = {
  readonly assessment: string;
  readonly criterion: Pick<Criterion, 'id' | 'title' | 'state' | 'openComments'> &
    Partial<Pick<Criterion, 'required' | 'answerReview'>>;
  /** Begins the ids of the task; unlike that of any other task on the page. */
  readonly slug: string;
  readonly hint: string;
};

/** A criterion as a task: how far it is, and how many comments on it are open. */
export function CriterionTask({ assessment, criterion, slug, hint }: CriterionTaskProps) {
  const { id, title, state, openComments, required = false, answerReview = null } = criterion;
  return (
    <Task
      href={addressOf('/assessments/:id/criteria/:criterion', { id: assessment, criterion: id })}
      name={`${id} ${title}`}
      slug={slug}
      hint={hint}
    >
      <StateTag state={state} /> <ReviewTag review={answerReview} />
      {required ? (
        <>
          {' '}
          <strong className="nhsuk-tag nhsuk-tag--orange">Revision required</strong>
        </>
      ) : null}
      {openComments === 0 ? null : (
        <>
          {' '}
          <OpenTag open={openComments} />
        </>
      )}
    </Task>
  );
}

type TaskProps = {
  readonly href: string;
  readonly name: string;
  readonly slug: string;
  readonly hint: string;
  readonly children: React.ReactNode;
};

/** One task: its name leads to it, its hint and its state describe it. */
function Task({ href, name, slug, hint, children }: TaskProps) {
  return (
    <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
      <div className="nhsuk-task-list__name-and-hint">
        <a
          className="nhsuk-link nhsuk-task-list__link"
          href={href}
          aria-describedby={hint === '' ? `${slug}-status` : `${slug}-hint ${slug}-status`}
        >
          {name}
        </a>
        {hint === '' ? null : (
          <div className="nhsuk-task-list__hint" id={`${slug}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <div className="nhsuk-task-list__status" id={`${slug}-status`}>
        {children}
      </div>
    </li>
  );
}
