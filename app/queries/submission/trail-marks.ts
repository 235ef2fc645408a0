// Where in the trail a submission or a decision stands: what a receipt shows, so that its holder can tell
// whether the trail was changed.
import { headText, textIn, VOUCHING } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import { listInChain } from '#db/repositories/audit.ts';

/** The printed heads by the id of what their events tell of. */
export async function marksIn(
  { engine }: Pick<Services, 'engine'>,
  { assessmentId, of }: { readonly assessmentId: string; readonly of: keyof typeof VOUCHING },
): Promise<ReadonlyMap<string, string>> {
  const chain = `assessment/${assessmentId}`;
  const events = await listInChain(engine.db, { chain, event: VOUCHING[of] });
  return new Map(
    events.flatMap(({ details, position, seal }) =>
      position === null || seal === null
        ? []
        : [[textIn(details, of), headText({ chain, position, seal })] as const],
    ),
  );
}
