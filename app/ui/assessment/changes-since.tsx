// What changed since an earlier content: criterion by criterion with its words, and what else.
import { CHANGES } from '#words/assessment/assessment-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ChangesSince, ShownChange } from '#app/queries/assessment/changes-since.ts';
import { WordChanges } from '#app/ui/kit/words/changed-words.tsx';

type Props = {
  /** Of the assessment. */
  readonly id: string;
  readonly title: string;
  readonly changes: ChangesSince;
};

export function ChangesSinceView({ id, title, changes }: Props) {
  const { criteria, others } = changes;
  return (
    <section aria-labelledby="changed">
      <h2 className="nhsuk-heading-m" id="changed">
        {title}
      </h2>
      {criteria.length + others.length === 0 ? <p>Nothing changed since.</p> : null}
      {criteria.map((change) => (
        <div className="app-evidence" key={change.id}>
          <h3 className="nhsuk-heading-s">
            <a
              href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: change.id })}
            >
              {change.name}
            </a>
          </h3>
          <ChangeText change={change} />
        </div>
      ))}
      {others.map((other) => (
        <p key={other}>{other}</p>
      ))}
    </section>
  );
}

/** What changed of one criterion; it says so where nothing did. */
export function ChangeText({ change }: { readonly change: ShownChange }) {
  const { claimed, ticks, words, added, removed, altered } = change;
  const lines = [
    ...(claimed === null ? [] : [CHANGES.claimed(claimed.before, claimed.now)]),
    ...(ticks ? [CHANGES.ticks] : []),
    ...added.map((title) => CHANGES.added(title)),
    ...removed.map((title) => CHANGES.removed(title)),
    ...altered.map((title) => CHANGES.altered(title)),
  ];
  if (lines.length + words.length === 0) return <p>Nothing changed here since.</p>;
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {words.length === 0 ? null : <WordChanges changes={words} />}
    </>
  );
}
