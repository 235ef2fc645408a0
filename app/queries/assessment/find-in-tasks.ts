// The task list as somebody looks for something in it: the sections with what is found, and how much that is.
import { isLookedFor, taskFilterOf } from '#app/domain/assessment/find-tasks.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { isOpenWork } from '#app/domain/assessment/work-progress.ts';
import { type FindQuery, isEverything } from '#app/domain/search-terms.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { taskListPage } from './task-list-page.ts';

type Page = Pick<ReturnType<typeof taskListPage>, 'sections'>;

type Asked = {
  readonly query: FindQuery;
  /** Ids of the criteria that the reader has been asked to write. */
  readonly mine: ReadonlySet<string>;
  /** YYYY-MM-DD in London. */
  readonly today: string;
};

/** What is found of the page; all of it where nothing is asked for. */
export function findInTasks(
  { sections }: Page,
  view: AssessmentView,
  { query, mine, today }: Asked,
) {
  const filter = taskFilterOf(query);
  const said = new Map(
    view.rows.map((row) => [row.criterion, [row.narrative, row.notApplicable ?? '']]),
  );
  const asked = new Map(allCriteria(view.charter).map(({ id, question }) => [id, question]));
  const found = sections.map((section) => ({
    ...section,
    criteria: section.criteria.filter((criterion) =>
      isLookedFor(
        {
          ...criterion,
          isMine: mine.has(criterion.id),
          isLate:
            criterion.dueOn !== null && criterion.dueOn < today && isOpenWork(criterion.state),
          texts: [
            criterion.id,
            criterion.title,
            section.title,
            asked.get(criterion.id) ?? '',
            ...(said.get(criterion.id) ?? []),
          ],
        },
        filter,
      ),
    ),
  }));
  const all = sections.flatMap(({ criteria }) => criteria);
  return {
    sections: found,
    looking: {
      query,
      isNarrowed: !isEverything(filter),
      unknown: filter.unknown,
      found: found.flatMap(({ criteria }) => criteria).length,
      all: all.length,
      /** Everybody who was asked to write something, for a choice. */
      people: [...new Set(all.flatMap(({ names }) => names))].toSorted((one, other) =>
        one.localeCompare(other, 'en-GB'),
      ),
    },
  };
}

export type Looking = ReturnType<typeof findInTasks>['looking'];
