// Links to the other languages of a charter, and what is to be said of the one that it is read in.
import type { Language, TranslationNote } from '#app/queries/charters/languages.ts';
import { useReading } from '#app/ui/kit/jsx/passage.ts';
import { LANGUAGES } from '#words/charters/languages.ts';

type Props = { readonly languages: readonly Language[] };

/** The choice of a language; nothing where there is one only. */
export function Languages({ languages }: Props) {
  return languages.length === 0 ? null : <Choice languages={languages} />;
}

function Choice({ languages }: Props) {
  const here = useReading()?.language ?? 'en';
  return (
    <nav className="app-languages" aria-label={LANGUAGES.readIn}>
      <p>
        {LANGUAGES.readIn}
        {[{ tag: 'en', name: LANGUAGES.own }, ...languages].map(({ tag, name }) => (
          <a
            key={tag}
            href={`?language=${tag}`}
            lang={tag}
            hrefLang={tag}
            aria-current={tag === here ? 'true' : undefined}
          >
            {name}
          </a>
        ))}
      </p>
    </nav>
  );
}

/** In which language the charter is shown, and what of it is not translated. */
export function Translated({ note }: { readonly note: TranslationNote | null }) {
  if (note === null) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>{note.sentences.join(' ')}</p>
      {note.first.length === 0 ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{LANGUAGES.list}</span>
          </summary>
          <div className="nhsuk-details__text">
            <ul className="nhsuk-list nhsuk-list--bullet">
              {note.parts.map(({ part, count }) => (
                <li key={part}>
                  {part}: {count}
                </li>
              ))}
            </ul>
            <p>{LANGUAGES.first}:</p>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {note.first.map(({ where, text }) => (
                <li key={where}>
                  <code>{where}</code>: {text}
                </li>
              ))}
            </ul>
            {note.rest === null ? null : <p>{note.rest}</p>}
          </div>
        </details>
      )}
    </div>
  );
}
