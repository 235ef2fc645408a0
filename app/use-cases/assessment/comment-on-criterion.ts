// Writes a comment on a criterion. People mentioned are told by mail that it is there, never what it says,
// once for each criterion and hour.
import { addressOf } from '#app/addresses.ts';
import { type CommentRefused, decideComment } from '#app/domain/assessment/comment.ts';
import { letterOf } from '#words/letters/letter.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { countCommentsBy, insertComment } from '#db/repositories/assessment/comment-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import { mentionedWords } from '#words/assessment/team-letters.ts';

const DAY = 24 * 60 * 60_000;

export type CommentCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly text: string;
  /** Ids of the people chosen; those named in the text as @Name are added. */
  readonly mentions: readonly string[];
};

export type CommentOnProblem = AccessProblem | CommentRefused;

/** The id of the new comment, or why it was not written. */
export async function commentOnCriterion(
  services: Services,
  actor: Actor,
  command: CommentCommand,
): Promise<Result<{ id: string }, CommentOnProblem>> {
  return decideAgainOnConflict(() => comment(services, actor, command));
}

async function comment(
  services: Services,
  actor: Actor,
  { assessmentId, criterion, text, mentions }: CommentCommand,
): Promise<Result<{ id: string }, CommentOnProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'comment' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const readers = await listPeopleOf(engine.db, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: ORGANISATION_ROLES,
  });
  const now = clock();
  const since = new Date(now.getTime() - DAY).toISOString();
  const decided = decideComment(charter, {
    criterion,
    text,
    mentions,
    by: actor.id,
    readers,
    writtenToday: await countCommentsBy(engine.db, actor.id, since),
  });
  if (!decided.ok) return decided;
  const { mentioned } = decided.value;
  const id = newId();
  const at = now.toISOString();
  await engine.commit([
    insertComment({
      id,
      assessmentId,
      criterion,
      text: decided.value.text,
      mentions: mentioned.map((person) => person.id),
      createdAt: at,
      createdBy: actor.id,
    }),
    ...lettersTo(mentioned, { services, actor, opened: opened.value, criterion, at }),
    ...recordChange({ assessment, actor, at, event: 'comment-added', details: { criterion } }),
  ]);
  return ok({ id });
}

type Told = {
  readonly services: Services;
  readonly actor: Actor;
  readonly opened: OpenAssessment;
  readonly criterion: string;
  readonly at: string;
};

function lettersTo(
  people: readonly { readonly id: string; readonly email: string }[],
  { services, actor, opened, criterion, at }: Told,
): readonly Write[] {
  const { config, newId } = services;
  const { assessment, department } = opened;
  return people.map((person) =>
    queueLetter(
      newId(),
      letterOf({
        key: `mention ${assessment.id} ${criterion} ${person.id} ${oncePerHour(at)}`,
        recipient: person.email,
        ...mentionedWords({
          by: actor.name,
          criterion,
          department,
          url: `${config.origin}${addressOf('/assessments/:id/criteria/:criterion/comments', { id: assessment.id, criterion })}`,
        }),
      }),
      at,
    ),
  );
}
