// What comes before any way to a level: the criteria without an answer, then what supports the claims.
import { addressOf } from '#app/addresses.ts';
import type { FirstMovesShown } from '#app/queries/plan/first-moves-shown.ts';

type Props = { readonly id: string; readonly first: FirstMovesShown };

/** A list longer than this is folded. */
const SHORT_LIST = 8;

/** Nothing where every criterion is answered and every claim counts as far as it can. */
export function FirstMoves({ id, first }: Props) {
  return (
    <>
      {first.answer === null ? null : (
        <>
          <p>{first.answer}</p>
          <Unanswered id={id} first={first} />
        </>
      )}
      {first.support === null ? null : (
        <>
          <p>{first.support}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {first.lifts.map((lift) => (
              <li key={lift.id}>
                <a
                  href={addressOf('/assessments/:id/criteria/:criterion', {
                    id,
                    criterion: lift.id,
                  })}
                >
                  {lift.name}
                </a>
                : {lift.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Unanswered({ id, first: { unanswered } }: Props) {
  const list = (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {unanswered.map((criterion) => (
        <li key={criterion.id}>
          <a
            href={addressOf('/assessments/:id/criteria/:criterion', {
              id,
              criterion: criterion.id,
            })}
          >
            {criterion.name}
          </a>
        </li>
      ))}
    </ul>
  );
  if (unanswered.length <= SHORT_LIST) return list;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Show the {unanswered.length} criteria without an answer
        </span>
      </summary>
      <div className="nhsuk-details__text">{list}</div>
    </details>
  );
}
