// Comments as they were written, with who was mentioned and whether they are dealt with.
import { COMMENTS } from '#words/assessment/assessment-pages.ts';
import type { ShownComment } from '#app/queries/assessment/together.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly comments: readonly ShownComment[];
  /** Where resolving is sent to; null = only shown. */
  readonly to: string | null;
};

export function CommentList({ comments, to }: Props) {
  return (
    <ul className="app-people">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <div className="app-comment">
            <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">
              <strong>
                <bdi>{comment.by ?? 'Someone whose account is gone'}</bdi>
              </strong>
              , {dayAndTime(comment.at)}
            </p>
            <p className="app-narrative">{comment.text}</p>
            <Facts comment={comment} />
          </div>
          {to === null || !comment.mayResolve ? null : <Resolve comment={comment} to={to} />}
        </li>
      ))}
    </ul>
  );
}

function Facts({ comment: { mentions, resolved } }: { readonly comment: ShownComment }) {
  if (mentions.length === 0 && resolved === null) return null;
  return (
    <p className="nhsuk-body-s nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-0">
      {mentions.length === 0 ? '' : `Mentions ${mentions.join(', ')}. `}
      {resolved === null
        ? ''
        : `Dealt with${resolved.by === null ? '' : ` by ${resolved.by}`} on ${dayAndTime(resolved.at)}.`}
    </p>
  );
}

function Resolve({ comment, to }: { readonly comment: ShownComment; readonly to: string }) {
  const [intent, text] =
    comment.resolved === null ? ['resolve', COMMENTS.resolve] : ['reopen', COMMENTS.reopen];
  return (
    <form method="post" action={to}>
      <input type="hidden" name="intent" value={intent} />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        name="comment"
        value={comment.id}
      >
        {text}
        <span className="nhsuk-u-visually-hidden">
          : comment of {comment.by ?? 'someone'} of {dayAndTime(comment.at)}
        </span>
      </button>
    </form>
  );
}
