// The desk as a workbook, for an administrator's own calculations.
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Workbook } from '#app/domain/workbook.ts';
import type { Services } from '#app/services.server.ts';
import { deskWorkbook } from '#reports/desk-workbook.ts';
import { deskRows } from './desk-page.ts';
import { workloadPage } from './workload-page.ts';

/** Submissions, workload and turnaround; null for anyone but an administrator. */
export async function deskExport(
  services: Pick<Services, 'engine' | 'library' | 'clock'>,
  actor: Actor,
): Promise<Workbook | null> {
  const submissions = await deskRows(services, actor);
  const workload = await workloadPage(services, actor);
  if (submissions === null || workload === null) return null;
  const madeOn = londonDay(services.clock().toISOString());
  return deskWorkbook({ submissions, ...workload, madeOn });
}
