// Every criterion as a task, section by section, and the workforce counts that some of them need.
import type { taskListPage } from '#app/queries/task-list-page.ts';
import { StateTag } from './state-tag.tsx';

type Page = ReturnType<typeof taskListPage>;

export function TaskSections({
  id,
  sections,
  indicators,
}: Pick<Page, 'id' | 'sections' | 'indicators'>) {
  return (
    <>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2" id={`section-${section.id}`}>
            {section.title}
          </h2>
          {section.tally === null ? null : (
            <p className="nhsuk-u-secondary-text-colour">
              {section.tally.ready} of {section.tally.all} ready
            </p>
          )}
          <ul className="nhsuk-task-list">
            {section.criteria.map((criterion) => (
              <Task
                key={criterion.id}
                href={`/assessments/${id}/criteria/${criterion.id}`}
                name={`${criterion.id} ${criterion.title}`}
                slug={criterion.id}
                hint={hintOf(criterion)}
              >
                <StateTag state={criterion.state} />
              </Task>
            ))}
          </ul>
        </section>
      ))}
      {indicators.length === 0 ? null : (
        <section aria-labelledby="counts">
          <h2 className="nhsuk-heading-m" id="counts">
            Workforce counts
          </h2>
          <ul className="nhsuk-task-list">
            {indicators.map((indicator) => (
              <Task
                key={indicator.id}
                href={`/assessments/${id}/indicators/${indicator.id}`}
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

function hintOf({
  state,
  minutes,
  claimed,
  notApplicable,
}: Page['sections'][number]['criteria'][number]) {
  if (state === 'not-started') return `About ${minutes} minutes`;
  if (notApplicable) return 'Not applicable';
  return claimed === null ? 'No rating claimed yet' : `Rating ${claimed} claimed`;
}

type TaskProps = {
  readonly href: string;
  readonly name: string;
  readonly slug: string;
  readonly hint: string;
  readonly children: React.ReactNode;
};

function Task({ href, name, slug, hint, children }: TaskProps) {
  return (
    <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
      <div className="nhsuk-task-list__name-and-hint">
        <a
          className="nhsuk-link nhsuk-task-list__link"
          href={href}
          aria-describedby={`${slug}-hint ${slug}-status`}
        >
          {name}
        </a>
        <div className="nhsuk-task-list__hint" id={`${slug}-hint`}>
          {hint}
        </div>
      </div>
      <div className="nhsuk-task-list__status" id={`${slug}-status`}>
        {children}
      </div>
    </li>
  );
}
