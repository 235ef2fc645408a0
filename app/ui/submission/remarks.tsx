// What is incomplete in an assessment, each with the criteria concerned: nothing of it stops a signature or
// a submission, so whoever signs or submits reads it first.
import { addressOf } from '#app/addresses.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';

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
