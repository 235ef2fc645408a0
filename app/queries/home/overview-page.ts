// The overview of an organisation's departments as a page, a spreadsheet and a document, all of the same rows.
import { inOverview, type OverviewQuery } from '#app/domain/home/overview.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Workbook } from '#app/domain/workbook.ts';
import type { Services } from '#app/services.server.ts';
import type { DocumentModel } from '#reports/model.ts';
import { overviewDocument } from '#reports/overview-document.ts';
import { overviewWorkbook } from '#reports/overview-workbook.ts';
import { overviewRows } from './overview-rows.ts';

type Given = Pick<Services, 'engine' | 'library' | 'scanFile' | 'clock'>;

type Asked = { readonly organisation: string; readonly query: OverviewQuery };

/** What is asked for of the overview; null for whoever has no role in the whole organisation. */
export async function overviewPage(services: Given, actor: Actor, { organisation, query }: Asked) {
  const overview = await overviewRows(services, actor, organisation);
  if (overview === null) return null;
  const rows = inOverview(overview.rows, query);
  return { ...overview, rows, query, all: overview.rows.length };
}

export type OverviewPage = NonNullable<Awaited<ReturnType<typeof overviewPage>>>;

/** The same as a spreadsheet. */
export async function overviewXlsx(
  services: Given,
  actor: Actor,
  asked: Asked,
): Promise<{ readonly organisation: string; readonly workbook: Workbook } | null> {
  const page = await overviewPage(services, actor, asked);
  return page && { organisation: page.name, workbook: overviewWorkbook(page) };
}

/** The same as a document, with the day that it is of. */
export async function overviewPdf(
  services: Given,
  actor: Actor,
  asked: Asked,
): Promise<{
  readonly organisation: string;
  readonly model: DocumentModel;
  readonly preparedOn: string;
} | null> {
  const page = await overviewPage(services, actor, asked);
  if (page === null) return null;
  const names = new Set(page.rows.map(({ charterName }) => charterName));
  const charters = [...names].flatMap((name) => services.library.versions.get(name)?.charter ?? []);
  return {
    organisation: page.name,
    model: overviewDocument({ ...page, charters }),
    preparedOn: page.today,
  };
}
