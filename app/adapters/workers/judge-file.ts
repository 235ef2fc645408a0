// Whether a file of somebody may be kept: its kind from its content, and what is inside it by a process of
// its own, which has a limit of time and memory.
import { fileKind, type JudgeFile } from '#app/adapters/evidence-files/file-kind.ts';
import { type FileKind, kindNotAccepted } from '#app/domain/evidence/file-kinds.ts';
import { refused } from '#app/domain/problem.ts';
import type { Work } from './work.ts';

/** Pictures and texts have no inside. */
const FLAT = new Set<FileKind['id']>(['png', 'jpeg', 'csv', 'text']);

/** Judges files that lie on the disk. */
export function fileJudge({ untrusted }: Pick<Work, 'untrusted'>): JudgeFile {
  return async (bytes, name) => {
    const kind = await fileKind(bytes, name);
    if (!kind.ok || FLAT.has(kind.value.id)) return kind;
    const { place } = bytes;
    if (place === null) throw new RangeError('only a file on the disk can be looked through');
    const looked = await untrusted.run('lookThrough', { place, kind: kind.value.id }, null);
    // Whatever makes a look end early would not be better the next time.
    if (!looked.ok) return refused(kindNotAccepted('not-looked-through'));
    return looked.value === null ? kind : refused(kindNotAccepted(looked.value));
  };
}
