// Whether an assessment waits for a signature, or was sent back instead, and what changed since it was asked.
import type { AlteredProblem } from '#app/doors/check-record.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { loadName } from '#db/repositories/people/names.ts';
import { loadSignRequest } from '#db/repositories/submission/sign-requests.ts';
import { loadSignature } from '#db/repositories/submission/submissions.ts';
import { type ChangesSince, changesSince } from '#app/queries/assessment/changes-since.ts';

export type SigningState =
  | {
      readonly kind: 'waiting';
      readonly by: string | null;
      readonly at: string;
      readonly message: string;
    }
  | {
      readonly kind: 'sent-back';
      readonly by: string | null;
      readonly at: string;
      readonly comments: string;
    }
  /** Signed, and not submitted yet. */
  | { readonly kind: 'signed'; readonly by: string; readonly at: string };

type Given = Pick<AssessmentView, 'id' | 'state'>;

/** What was asked last and came of it; null where nothing waits and nothing was sent back. */
export async function signingState(
  { engine }: Pick<Services, 'engine'>,
  { id, state }: Given,
): Promise<SigningState | null> {
  if (state === 'signed-off') return signed(engine.db, id);
  if (state !== 'draft') return null;
  const request = await loadSignRequest(engine.db, id);
  if (request === null) return null;
  const { askedBy, askedAt, message, closedAt, closedBy, comments } = request;
  if (closedAt === null) {
    return { kind: 'waiting', by: await loadName(engine.db, askedBy), at: askedAt, message };
  }
  if (request.outcome !== 'sent-back') return null;
  const by = closedBy === null ? null : await loadName(engine.db, closedBy);
  return { kind: 'sent-back', by, at: closedAt, comments: comments ?? '' };
}

async function signed(db: Services['engine']['db'], id: string): Promise<SigningState | null> {
  const signature = await loadSignature(db, id);
  return signature && { kind: 'signed', by: signature.name, at: signature.signedAt };
}

/** What changed since the signature was asked for; null = it waits for none. */
export async function changesSinceAsked(
  { engine }: Pick<Services, 'engine'>,
  view: AssessmentView,
): Promise<Result<ChangesSince | null, AlteredProblem>> {
  const request = await loadSignRequest(engine.db, view.id);
  if (request === null || request.closedAt !== null || view.state !== 'draft') return ok(null);
  const asked = readSnapshot(request.snapshot);
  return asked.ok ? ok(changesSince(view, asked.value)) : refused({ code: 'altered' });
}
