// Looking for some of many by words, state and person: a form whose answers stand in the address, and what it found.
import { HiddenFields, SelectField, TextField } from './fields.tsx';

type Option = { readonly value: string; readonly label: string };

type Words = {
  readonly title: string;
  readonly words: string;
  readonly hint: string;
  readonly state: string;
  readonly person: string;
  readonly any: string;
  readonly show: string;
  readonly found: (found: number, all: number) => string;
  readonly none: string;
  readonly everything: string;
  readonly unknown: (states: readonly string[], known: readonly string[]) => string;
};

type Props = {
  /** Where the form goes; without anything asked it shows everything. */
  readonly path: string;
  /** What else stands in the address, and stays. */
  readonly stays?: readonly (readonly [name: string, value: string])[];
  readonly words: Words;
  readonly query: { readonly find: string; readonly state: string; readonly person: string };
  readonly states: readonly Option[];
  readonly people: readonly Option[];
  readonly isOpen: boolean;
  /** What was found; null = nothing was looked for. */
  readonly found: {
    /** States that were typed and do not exist. */
    readonly unknown: readonly string[];
    readonly number: number;
    readonly all: number;
  } | null;
};

export function FindForm(props: Props) {
  const { path, stays = [], words, query, states, people, isOpen, found } = props;
  const any = { value: '', label: words.any };
  return (
    <>
      <details className="nhsuk-details" open={isOpen}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{words.title}</span>
        </summary>
        <div className="nhsuk-details__text">
          <form
            method="get"
            action={path}
            className="app-filter"
            role="search"
            aria-label={words.title}
          >
            <HiddenFields fields={stays} />
            <TextField name="find" label={words.words} hint={words.hint} value={query.find} />
            <SelectField
              name="state"
              label={words.state}
              options={[any, ...states]}
              value={query.state}
            />
            <SelectField
              name="person"
              label={words.person}
              options={[any, ...people]}
              value={query.person}
            />
            <button className="nhsuk-button nhsuk-button--secondary">{words.show}</button>
          </form>
        </div>
      </details>
      {found === null ? null : (
        <p>
          {found.unknown.length > 0
            ? `${words.unknown(
                found.unknown,
                states.map(({ value }) => value),
              )} `
            : null}
          {found.number === 0 ? words.none : words.found(found.number, found.all)}{' '}
          <a href={everythingAt(path, stays)}>{words.everything}</a>
        </p>
      )}
    </>
  );
}

function everythingAt(path: string, stays: NonNullable<Props['stays']>): string {
  const query = new URLSearchParams(stays.map(([name, value]) => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}
