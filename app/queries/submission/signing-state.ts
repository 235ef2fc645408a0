// Whether an assessment waits for a signature, or was sent back instead, and what changed since it was asked.
import type { AlteredProblem } from '#app/doors/check-record.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import {
  listSignRequests,
  loadSignRequest,
  type SignRequest,
} from '#db/repositories/submission/sign-requests.ts';
import { listSignatures } from '#db/repositories/submission/submissions.ts';
import { type ChangesSince, changesSince } from '#app/queries/assessment/changes-since.ts';
import { firstOfEach } from '#app/queries/kit/first-of-each.ts';

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
  services: Pick<Services, 'engine'>,
  assessment: Given,
): Promise<SigningState | null> {
  const { id } = assessment;
  return (await signingStates(services, { which: id, assessments: [assessment] })).get(id) ?? null;
}

/** The same for several assessments, by their ids. */
export async function signingStates(
  { engine: { db } }: Pick<Services, 'engine'>,
  { which, assessments }: { readonly which: Among; readonly assessments: readonly Given[] },
): Promise<ReadonlyMap<string, SigningState>> {
  const signatures = firstOfEach(await listSignatures(db, which));
  const requests = firstOfEach(await listSignRequests(db, which));
  return new Map(
    assessments.flatMap(({ id, state }): [string, SigningState][] => {
      const signing =
        state === 'signed-off' ? signed(signatures.get(id)) : requested(state, requests.get(id));
      return signing === null ? [] : [[id, signing]];
    }),
  );
}

function signed(signature: { name: string; signedAt: string } | undefined): SigningState | null {
  return signature === undefined
    ? null
    : { kind: 'signed', by: signature.name, at: signature.signedAt };
}

function requested(state: string, request: SignRequest | undefined): SigningState | null {
  if (state !== 'draft' || request === undefined) return null;
  const { askedAt, askedBy, message, closedAt, closedBy, comments, outcome } = request;
  if (closedAt === null) return { kind: 'waiting', by: askedBy, at: askedAt, message };
  return outcome === 'sent-back'
    ? { kind: 'sent-back', by: closedBy, at: closedAt, comments: comments ?? '' }
    : null;
}

/** What changed since the signature was asked for; null = it waits for none. */
export async function changesSinceAsked(
  { engine }: Pick<Services, 'engine'>,
  view: AssessmentView,
): Promise<Result<ChangesSince | null, AlteredProblem>> {
  const request = await loadSignRequest(engine.db, view.id);
  if (request === null || request.closedAt !== null || view.state !== 'draft') return ok(null);
  const before = readSnapshot(request.snapshot);
  return before.ok
    ? ok(await changesSince({ engine }, view, before.value))
    : refused({ code: 'altered' });
}
