// What waits for somebody, what is due first at the top: one sentence and one link each.
import type { Waiting } from '#app/domain/home/waiting-for.ts';
import { WAITING, waitingText } from '#words/home/waiting-text.ts';
import { waitingAddress } from './step-address.ts';

export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  if (waiting.length === 0) return null;
  return (
    <section className="app-waiting" aria-labelledby="waiting">
      <h2 className="nhsuk-heading-m" id="waiting">
        {WAITING.title}
      </h2>
      <ul className="nhsuk-list">
        {waiting.map((one) => (
          <Item key={`${one.assessment} ${one.what}`} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Item({ one }: { readonly one: Waiting }) {
  const { act, rest } = waitingText(one);
  const message = one.what === 'sign' ? one.message : '';
  return (
    <li>
      <p>
        <a href={waitingAddress(one)}>{act}</a>
        {rest}
        {one.late ? (
          <>
            {' '}
            <strong className="nhsuk-tag nhsuk-tag--red">Overdue</strong>
          </>
        ) : null}
      </p>
      {message === '' ? null : <p className="app-narrative">{message}</p>}
    </li>
  );
}
