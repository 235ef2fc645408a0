// Notes in the rows what erasures reach: which files are erased, since when and why. Whoever has signed an
// assessment with such a file hears that the signature is taken back.
import { addressOf } from '#app/addresses.ts';
import { after } from '#app/domain/submission/life.ts';
import { type Erasure, reaches } from '#app/domain/evidence/erasure.ts';
import { letterOf } from '#words/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import { dropSharedCopy } from '#db/repositories/assessment/shared-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  listAssessmentsWith,
  listUploadedFiles,
  markErased,
} from '#db/repositories/evidence/erasures.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { moveState, voidSignatures } from '#db/repositories/submission/submissions.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { unsignedWords } from '#words/evidence/evidence-letters.ts';

type Given = Pick<Services, 'engine' | 'config' | 'newId' | 'clock'>;

export type Noting = {
  readonly erasures: readonly Erasure[];
  /** Who asked; null = the service finishes what was asked before. */
  readonly by: string | null;
};

export type Noted = {
  /** Every file that is reached, also those noted before. */
  readonly ids: ReadonlySet<string>;
  /** How many were noted now. */
  readonly fresh: number;
  /** Ids of the assessments whose signature is taken back. */
  readonly unsigned: readonly string[];
  /** Whether somebody in the same organisation has the same content, which is not reached. */
  readonly elsewhere: boolean;
};

/** One commit for all that is new; nothing where nothing is, unless somebody asked. */
export async function noteErasures(services: Given, noting: Noting): Promise<Noted> {
  return decideAgainOnConflict(() => note(services, noting));
}

type FileRow = Awaited<ReturnType<typeof listUploadedFiles>>[number];
type Affected = Awaited<ReturnType<typeof listAssessmentsWith>>[number];

async function note(services: Given, { erasures, by }: Noting): Promise<Noted> {
  const { engine } = services;
  const fingerprints = [...new Set(erasures.map(({ sha256 }) => sha256))];
  const rows = await listUploadedFiles(engine.db, { fingerprints });
  const reached = rows.flatMap((row) => {
    const erasure = erasures.find((one) => reaches(one, row));
    return erasure === undefined ? [] : [{ row, erasure }];
  });
  const fresh = reached.filter(({ row }) => row.erasedAt === null);
  const affected = await listAssessmentsWith(
    engine.db,
    fresh.map(({ row }) => row.id),
  );
  const inState = affected.filter(({ assessment }) => assessment.state === 'signed-off');
  const signed = [...new Map(inState.map((one) => [one.assessment.id, one])).values()];
  const letters = await Promise.all(signed.map((one) => lettersTo(services, one)));
  const writes = [
    ...fresh.map(({ row, erasure: { at, reason } }) => markErased([row.id], { at, by, reason })),
    ...signed.flatMap(({ assessment }) => backToDraft(services, assessment, by)),
    ...letters.flat(),
    ...trail({ erasures, fresh, affected, by }),
  ];
  if (writes.length > 0) await engine.commit(writes);
  const ids = new Set(reached.map(({ row }) => row.id));
  return {
    ids,
    fresh: fresh.length,
    unsigned: signed.map(({ assessment }) => assessment.id),
    elsewhere: rows.some(
      (row) =>
        !ids.has(row.id) &&
        erasures.some(({ organisation }) => organisation === row.organisationId),
    ),
  };
}

type Trail = {
  readonly erasures: readonly Erasure[];
  readonly fresh: readonly { readonly row: FileRow; readonly erasure: Erasure }[];
  readonly affected: readonly Affected[];
  readonly by: string | null;
};

/** A line for each assessment that has such a file; where somebody asked and none has, one for all. */
function trail({ erasures, fresh, affected, by }: Trail): readonly Write[] {
  // The reason is what somebody typed: it stands with the file, where a name in it can be taken out.
  const line = ({ sha256, at }: Erasure) => ({
    at,
    actor: by,
    event: 'file-erased',
    details: { sha256 },
  });
  const each = affected.flatMap(({ assessment, fileId }) => {
    const found = fresh.find(({ row }) => row.id === fileId);
    if (found === undefined) return [];
    const place = { organisation: assessment.organisationId, subject: assessment.id };
    return [audit({ ...line(found.erasure), ...place })];
  });
  if (each.length > 0 || by === null) return each;
  return erasures.map((one) =>
    audit({ ...line(one), organisation: one.organisation, subject: null }),
  );
}

/** What was signed is not what would be submitted: the sponsor signs again. */
function backToDraft(
  { clock }: Given,
  assessment: Affected['assessment'],
  by: string | null,
): readonly Write[] {
  const next = after('signed-off', 'reopen');
  if (next === null) return [];
  const at = clock().toISOString();
  return [
    moveState(assessment, next, at),
    voidSignatures(assessment.id, { at, actor: by ?? 'service' }),
    dropSharedCopy(assessment.id),
    audit({
      at,
      actor: by,
      event: 'assessment-reopened',
      organisation: assessment.organisationId,
      subject: assessment.id,
      details: { because: 'file-erased' },
    }),
  ];
}

async function lettersTo(
  { engine, config, newId, clock }: Given,
  { assessment, department }: Affected,
): Promise<readonly Write[]> {
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  const roles = ['assessment-lead', 'executive-sponsor'] as const;
  const people = await listPeopleOf(engine.db, { ...place, roles });
  const at = clock().toISOString();
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `file-erased ${assessment.id} ${assessment.version} ${id}`,
        recipient: email,
        ...unsignedWords({
          department,
          url: `${config.origin}${addressOf('/assessments/:id', { id: assessment.id })}`,
        }),
      }),
      at,
    ),
  );
}
