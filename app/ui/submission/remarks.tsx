// What stops a signature, and what is incomplete in an assessment, each with the criteria concerned: nothing of the
// latter stops a signature or a submission, so whoever signs or submits reads it first.
import { addressOf } from '#app/addresses.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';

/** What stops a signature, each with a link to its criterion; nothing where nothing does. */
export function Obstacles({ page }: { readonly page: Pick<CheckPage, 'id' | 'obstacles'> }) {
  const { id, obstacles } = page;
  if (obstacles.length === 0) return null;
  return (
    <section aria-labelledby="obstacles">
      <h2 className="nhsuk-heading-m" id="obstacles">
        To put right before it can be signed
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {obstacles.map(({ text, criterion }) => (
          <li key={text}>
            {criterion === null ? (
              text
            ) : (
              <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion })}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Remarks({ page }: { readonly page: Pick<CheckPage, 'id' | 'remarks'> }) {
  if (page.remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 className="nhsuk-heading-m" id="remarks">
        What is incomplete, and readers will notice
      </h2>
      {page.remarks.map(({ text, criteria }) => (
        <div key={text}>
          <p className="nhsuk-u-margin-bottom-2">{text}</p>
          {criteria.length === 0 ? null : (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {criteria.map(({ id, title }) => (
                <li key={id}>
                  <a
                    href={addressOf('/assessments/:id/criteria/:criterion', {
                      id: page.id,
                      criterion: id,
                    })}
                  >
                    {id} {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
