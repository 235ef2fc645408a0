// The evidence of one criterion, each item with what it shows, and the way to add more.
import { addressOf } from '#app/addresses.ts';
import type { KindChoice } from '#app/queries/evidence/kind-choice.ts';
import { LIBRARY } from '#words/evidence/library-words.ts';
import { AddFiles } from './add-files.tsx';
import { OfKind } from './kind-of-evidence.tsx';

type Shown = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The label of its kind; null = none. */
  readonly kind: string | null;
  readonly file: string | null;
  readonly size: string | null;
  /** Said instead of the file where its content was erased. */
  readonly erased: string | null;
  /** Said where the file is held back for its virus scan. */
  readonly held: string | null;
  readonly link: string | null;
  readonly address: string | null;
  /** Why it does not count; empty where it does. */
  readonly notCounted: string;
};

type Props = {
  readonly page: {
    /** Of the assessment. */
    readonly id: string;
    readonly criterion: { readonly id: string };
    readonly evidence: readonly Shown[];
    readonly kinds: KindChoice;
    readonly hasOther: boolean;
    readonly mayAttachEvidence: boolean;
    readonly mayEraseFile: boolean;
  };
};

export function EvidenceList({ page }: Props) {
  const { id, criterion, evidence, kinds, mayAttachEvidence } = page;
  return (
    <section aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m" id="evidence">
        Evidence
      </h2>
      <div id="evidence-items" data-live="">
        {evidence.length === 0 ? <p>No evidence is attached yet.</p> : null}
        {evidence.map((item) => (
          <Item key={item.id} page={page} item={item} />
        ))}
      </div>
      {mayAttachEvidence ? (
        <>
          <AddFiles id={id} criterion={criterion.id} kinds={kinds} />
          <p>
            <a
              href={addressOf('/assessments/:id/criteria/:criterion/evidence', {
                id,
                criterion: criterion.id,
              })}
            >
              Add evidence
            </a>
          </p>
          {page.hasOther ? (
            <p>
              <a href={`${addressOf('/assessments/:id/evidence', { id })}?for=${criterion.id}`}>
                {LIBRARY.fromLibrary}
              </a>
            </p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

type ItemProps = Props & { readonly item: Shown };

function Item({ page, item }: ItemProps) {
  const { id, mayAttachEvidence, mayEraseFile } = page;
  return (
    <div className="app-evidence">
      <h3 className="nhsuk-heading-s">{item.title}</h3>
      <OfKind kind={item.kind} />
      {item.description === '' ? null : <p className="app-narrative">{item.description}</p>}
      <p className="app-narrative">
        {item.file === null ? null : (item.erased ?? item.held) !== null ? (
          <>
            <bdi>{item.file}</bdi>. {item.erased ?? item.held}.
          </>
        ) : (
          <a
            href={addressOf('/assessments/:id/evidence/:evidence/file', {
              id,
              evidence: item.id,
            })}
          >
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
          <a href={addressOf('/assessments/:id/evidence/:evidence', { id, evidence: item.id })}>
            Change or remove<span className="nhsuk-u-visually-hidden"> {item.title}</span>
          </a>
        ) : null}
        {mayEraseFile && item.file !== null && item.erased === null ? (
          <a
            href={addressOf('/assessments/:id/evidence/:evidence/erase', {
              id,
              evidence: item.id,
            })}
          >
            Erase the file for good
            <span className="nhsuk-u-visually-hidden"> of {item.title}</span>
          </a>
        ) : null}
      </div>
    </div>
  );
}
