import { EVIDENCE_FILES } from '#words/evidence/evidence-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { statusOf } from '#app/http/respond.ts';
import { formErrors } from '#words/problem-text.ts';
import { sentEvidence } from './sent-evidence.ts';
import type { Route } from './+types/evidence-files';

export const door = { policy: 'person', upload: true } satisfies Door;

// What ui/evidence/send-files.ts sends, one file at a time: the same decision as the form's, an answer in JSON.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { attached } = await sentEvidence({ params, request, context }, { calledByName: true });
  if (attached.ok) return Response.json({ message: EVIDENCE_FILES.attached });
  const { problem } = attached;
  const message = Object.values(formErrors(problem, 'file')).join('. ');
  return Response.json({ message: `${message}.` }, { status: statusOf(problem.code) });
}
