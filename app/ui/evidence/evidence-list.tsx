// The evidence of one criterion, each item with what it shows, and the way to add more.
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';

export function EvidenceList({ page }: { readonly page: CriterionPage }) {
  const { id, criterion, evidence, mayAttachEvidence, mayEraseFile } = page;
  return (
    <section aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 ? <p>No evidence is attached yet.</p> : null}
      {evidence.map((item) => (
        <div className="app-evidence" key={item.id}>
          <h3 className="nhsuk-heading-s">{item.title}</h3>
          {item.description === '' ? null : <p className="app-narrative">{item.description}</p>}
          <p className="app-narrative">
            {item.file === null ? null : (item.erased ?? item.held) !== null ? (
              <>
                <bdi>{item.file}</bdi>. {item.erased ?? item.held}.
              </>
            ) : (
              <a href={`/assessments/${id}/evidence/${item.id}/file`}>
                Download <bdi>{item.file}</bdi>
                {item.size === null ? '' : ` (${item.size})`}
              </a>
            )}
            {item.address === null ? (
              item.link
            ) : (
              <a href={item.address} rel="noreferrer noopener">
                {item.link}
              </a>
            )}
          </p>
          {item.notCounted === '' || item.erased !== null ? null : (
            <p>
              <strong>This item {item.notCounted}.</strong>
            </p>
          )}
          <div className="app-ways">
            {mayAttachEvidence ? (
              <a href={`/assessments/${id}/evidence/${item.id}`}>
                Change or remove<span className="nhsuk-u-visually-hidden"> {item.title}</span>
              </a>
            ) : null}
            {mayEraseFile && item.file !== null && item.erased === null ? (
              <a href={`/assessments/${id}/evidence/${item.id}/erase`}>
                Erase the file for good
                <span className="nhsuk-u-visually-hidden"> of {item.title}</span>
              </a>
            ) : null}
          </div>
        </div>
      ))}
      {mayAttachEvidence ? (
        <p>
          <a href={`/assessments/${id}/criteria/${criterion.id}/evidence`}>Add evidence</a>
        </p>
      ) : null}
    </section>
  );
}
