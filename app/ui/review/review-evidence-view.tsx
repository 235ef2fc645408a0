// One item of evidence on a page of our own: a picture, a text, or a download. Nothing in a file is ever
// drawn as a page.
import { addressOf } from '#app/addresses.ts';
import type { ReviewEvidence } from '#app/queries/review/review-evidence.ts';
import { OfKind } from '#app/ui/evidence/kind-of-evidence.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink } from '#app/ui/kit/page.tsx';

export function ReviewEvidenceView({ page }: { readonly page: ReviewEvidence }) {
  const { scanned, id, item, name, size, look, text, absent } = page;
  const file = addressOf('/reviews/:review/evidence/:evidence/file', {
    review: id,
    evidence: item.id,
  });
  return (
    <>
      <PageTitle title={`Evidence: ${item.title}`} />
      <BackLink
        to={addressOf('/reviews/:review/criteria/:criterion', {
          review: id,
          criterion: item.criterion,
        })}
      >
        Criterion {item.criterion}
      </BackLink>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Evidence for {item.criterion}</span>
        {item.title}
      </h1>
      <OfKind kind={item.kind} />
      {item.description === '' ? null : <p className="app-narrative">{item.description}</p>}
      {look === 'erased' ? (
        <p>
          <bdi>{name}</bdi>. {absent}. The submission keeps its name and fingerprint, and what was
          submitted counts as it was.
        </p>
      ) : look === 'held' ? (
        <p>
          <bdi>{name}</bdi>. {absent}.
        </p>
      ) : (
        <p>
          <a className="nhsuk-button" href={file}>
            Download <bdi>{name}</bdi> ({size})
          </a>
        </p>
      )}
      {look === 'picture' ? (
        <img className="app-picture" src={file} alt={`${name}. ${item.description}`} />
      ) : null}
      {look === 'text' ? (
        <div className="app-scroll" role="region" aria-label={name} tabIndex={0}>
          <pre className="app-text-file">{text}</pre>
        </div>
      ) : null}
      {look === 'download' ? (
        <p>
          This kind of file opens in a program of its own. It was looked through for macros, scripts
          and links to elsewhere when it was attached
          {scanned ? ', and scanned for viruses' : ', and not for viruses'}.
        </p>
      ) : null}
    </>
  );
}
