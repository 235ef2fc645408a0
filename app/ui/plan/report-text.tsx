// The report of a year as it is read: each action with its status and its note, and the summary.
import type { ActionStatus } from '#app/domain/plan/action.ts';
import { StatusTag } from './status-tag.tsx';

type Report = {
  readonly summary: string;
  readonly actions: readonly {
    readonly number: string;
    readonly objective: string;
    readonly status: ActionStatus | null;
    readonly note: string;
  }[];
};

export function ReportText({ report: { actions, summary } }: { readonly report: Report }) {
  return (
    <>
      {actions.map(({ number, objective, status, note }) => (
        <div className="app-evidence" key={number}>
          <p>
            <strong>
              {number}. {objective}
            </strong>{' '}
            {status === null ? 'Not said yet' : <StatusTag status={status} />}
          </p>
          <p className="app-narrative">{note === '' ? 'No note.' : note}</p>
        </div>
      ))}
      <p>
        <strong>Summary of the year</strong>
      </p>
      <p className="app-narrative">{summary === '' ? 'None yet.' : summary}</p>
    </>
  );
}
