// Renders documents of a decision, keeps their bytes beside the uploaded files, and hands back the rows that
// the caller commits with the decision or the publication: all or nothing. What was given out is never made
// anew. Files whose rows are not committed are collected by the daily sweep, or with discardUnusedFile.
import { addressOf } from '#app/addresses.ts';
import { Readable } from 'node:stream';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import { decidedFacts } from '#app/domain/review/agreed-facts.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { lastAppealDay } from '#app/domain/review/appeal.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import type { StoredFile, WorkProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import type { AwardRow } from '#db/repositories/award/award-rows.ts';
import {
  insertDecisionDocument,
  listDecisionDocuments,
} from '#db/repositories/review/decision-documents.ts';
import type { DecisionRow } from '#db/repositories/review/decisions.ts';
import { insertFile } from '#db/repositories/evidence/evidence-rows.ts';
import type { Write } from '#db/store.ts';
import type { AwardInput } from '#reports/award-facts.ts';
import { awardReportDocument, publicPlanDocument } from '#reports/award-report.ts';
import { certificateDocument } from '#reports/certificate-model.ts';
import type { DocumentModel } from '#reports/model.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { londonDay } from '#app/domain/london-day.ts';

/** The documents of an award, which exist once it has its number. */
export const AWARD_DOCUMENTS = ['award-report', 'action-plan', 'certificate'] as const;
type AwardDocument = (typeof AWARD_DOCUMENTS)[number];

type Asked = {
  /** The row of the decision, which may be committed in the same list. */
  readonly decision: Pick<DecisionRow, 'id' | 'organisationId' | 'record' | 'decidedAt'>;
  readonly actor: Actor;
  /** When it is given out, ISO 8601 UTC. */
  readonly at: string;
};

export type GivenOut = {
  /** The rows of the files and of the documents. */
  readonly writes: readonly Write[];
  /** For the event of the caller, and for discardUnusedFile where the commit fails. */
  readonly documents: readonly { readonly kind: string; readonly file: StoredFile }[];
};

export type GiveOutProblem = { readonly code: 'storage-full' } | WorkProblem;

/** The panel's feedback, to be committed with the decision. */
export async function giveOutFeedback(
  services: Services,
  asked: Asked,
): Promise<Result<GivenOut, GiveOutProblem>> {
  const record = recordIn(asked.decision);
  const decidedOn = londonDay(asked.decision.decidedAt);
  const model = panelFeedbackDocument({
    charter: charterOf(services, record),
    record,
    decidedOn,
    appealBy: record.purpose === 'appeal' ? null : lastAppealDay(decidedOn),
  });
  return giveOut(services, asked, [
    { kind: 'feedback', name: `panel-feedback-${decidedOn}`, model },
  ]);
}

/** The documents of an award that has its number, to be committed with its publication. */
export async function giveOutAwardDocuments(
  services: Services,
  asked: Asked & { readonly award: AwardRow },
): Promise<Result<GivenOut, GiveOutProblem>> {
  const record = recordIn(asked.decision);
  const { number, level, awardedOn, validUntil } = asked.award;
  const { awardingBody, origin } = services.config;
  const input: AwardInput = {
    charter: charterOf(services, record),
    record,
    award: {
      number,
      level,
      awardedOn,
      validUntil,
      awardingBody,
      address: `${origin}${addressOf('/verify/:award', { award: number })}`,
    },
  };
  const planned = AWARD_DOCUMENTS.map((kind) => ({
    kind,
    name: `${kind}-${number}`,
    model: awardDocument(kind, input),
  }));
  return giveOut(services, asked, planned);
}

function awardDocument(kind: AwardDocument, input: AwardInput): DocumentModel {
  switch (kind) {
    case 'award-report':
      return awardReportDocument(input);
    case 'action-plan':
      return publicPlanDocument(input);
    case 'certificate':
      return certificateDocument(input);
    default:
      return kind satisfies never;
  }
}

type Planned = { readonly kind: string; readonly name: string; readonly model: DocumentModel };

async function giveOut(
  services: Services,
  { decision, actor, at }: Asked,
  planned: readonly Planned[],
): Promise<Result<GivenOut, GiveOutProblem>> {
  const { engine, newId } = services;
  const there = await listDecisionDocuments(engine.db, decision.id);
  const missing = planned.filter(({ kind }) => there.every((each) => each.kind !== kind));
  const documents: { kind: string; file: StoredFile }[] = [];
  for (const { kind, name, model } of missing) {
    // The decision stands: its document waits for its turn, however much its author asks for.
    const made = await services.renderPdf(model, new Date(`${londonDay(at)}T00:00:00Z`), null);
    if (!made.ok) return made;
    const file = await keep(services, `${name}.pdf`, made.value);
    if (file === null) return refused({ code: 'storage-full' });
    documents.push({ kind, file });
  }
  const writes = documents.flatMap(({ kind, file }) => [
    insertFile({
      ...file,
      organisationId: decision.organisationId,
      createdAt: at,
      createdBy: actor.id,
      // Drawn here, so nobody waits for a scanner.
      scan: 'clean',
    }),
    insertDecisionDocument({
      id: newId(),
      decisionId: decision.id,
      kind,
      fileId: file.id,
      createdAt: at,
    }),
  ]);
  return ok({ writes, documents });
}

/** The file as the store has it; null = the disk is full. */
async function keep(
  { files }: Pick<Services, 'files'>,
  name: string,
  bytes: Uint8Array,
): Promise<StoredFile | null> {
  const asItIs = async (): Promise<Result<null, never>> => ok(null);
  const kept = await files.receive(Readable.from([bytes]), asItIs);
  if (kept.ok) {
    const { id, size, sha256 } = kept.value;
    return { id, name, mediaType: 'application/pdf', size, sha256 };
  }
  if (kept.problem.code === 'storage-full') return null;
  throw new Error(`the document ${name} cannot be kept: ${kept.problem.code}`);
}

function charterOf({ library }: Pick<Services, 'library'>, record: DecisionRecord): Charter {
  const version = library.versions.get(record.charter);
  if (version === undefined) throw new Error(`the charter ${record.charter} is not there`);
  return inWordsFor(version.charter, decidedFacts(record));
}
