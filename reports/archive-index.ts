// The index of an archive: one page that reads offline, in any browser, and leads to every file inside.
import { ARCHIVE } from '#words/submission/archive-words.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { longDate } from '#words/kit/day-words.ts';
import { LANGUAGE } from '#words/language.ts';

export type IndexedEvidence = {
  readonly criterion: string;
  readonly criterionTitle: string;
  readonly title: string;
  readonly description: string;
  /** The label of its kind; null = none. */
  readonly kind: string | null;
  readonly link: string | null;
  /** null = it is a link. */
  readonly file: {
    readonly name: string;
    readonly sha256: string;
    /** Where it lies in the archive; null = it is not there. */
    readonly path: string | null;
    /** Why it is not there: since when it is erased, or what its virus scan says; null = it is. */
    readonly absent: string | null;
  } | null;
};

export type ArchiveContents = {
  readonly organisation: string;
  readonly department: string;
  readonly charter: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly documents: readonly { readonly path: string; readonly title: string }[];
  readonly evidence: readonly IndexedEvidence[];
};

/** The page as HTML; `missing` are paths of files that could not be read when the archive was made. */
export function archiveIndex(contents: ArchiveContents, missing: ReadonlySet<string>): string {
  const { organisation, department, charter, day, documents, evidence } = contents;
  const title = ARCHIVE.selfAssessmentOf(department, organisation);
  return `<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markupText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${markupText(title)}</h1>
<p>${markupText(charter)}. Archive of ${longDate(day)}.</p>
${missing.size === 0 ? '' : gapsHtml(missing)}
<h2>Documents and data</h2>
<ul>
${documents.map(({ path, title: name }) => `<li><a href="${address(path)}">${markupText(name)}</a></li>`).join('\n')}
</ul>
<h2>Evidence</h2>
${evidence.length === 0 ? '<p>No evidence is attached.</p>' : tableHtml(evidence, missing)}
<p>SHA-256 is the fingerprint of a file: the same content has the same, and any change gives another. <a href="manifest.json">manifest.json</a> has those of every file here.</p>
</body>
</html>
`;
}

const STYLE =
  'body{font:1rem/1.5 "Atkinson Hyperlegible Next",Arial,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#212b32}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #4c6272;padding:.5rem;text-align:left;vertical-align:top}' +
  'code,td{overflow-wrap:anywhere}a{color:#005eb8}.gaps{border:4px solid #d5281b;padding:0 1rem}';

function gapsHtml(missing: ReadonlySet<string>): string {
  const items = [...missing].map((path) => `<li><code>${markupText(path)}</code></li>`);
  return `<div class="gaps"><h2>Not in this archive</h2><p>These files could not be read when it was made. Tell the person who runs the service.</p><ul>${items.join('')}</ul></div>`;
}

function tableHtml(evidence: readonly IndexedEvidence[], missing: ReadonlySet<string>): string {
  const rows = evidence.map(
    (item) => `<tr>
<th scope="row">${markupText(item.criterion)} ${markupText(item.criterionTitle)}</th>
<td>${markupText(item.title)}${item.kind === null ? '' : `<br>Kind: ${markupText(item.kind)}`}</td>
<td>${markupText(item.description)}</td>
<td>${[fileHtml(item, missing), linkHtml(item)].filter(Boolean).join('<br>')}</td>
<td>${item.file === null ? '' : `<code>${item.file.sha256}</code>`}</td>
</tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Criterion</th><th scope="col">Evidence</th><th scope="col">What it shows</th><th scope="col">File or link</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function fileHtml({ file }: IndexedEvidence, missing: ReadonlySet<string>): string {
  if (file === null) return '';
  const name = markupText(file.name);
  if (file.absent !== null) return `${name}. ${markupText(file.absent)}.`;
  if (file.path === null || missing.has(file.path)) return ARCHIVE.couldNotBeRead(name);
  return `<a href="${address(file.path)}">${name}</a>`;
}

// Only what an assessment accepts as a link is drawn as one.
function linkHtml({ link }: IndexedEvidence): string {
  if (link === null) return '';
  const text = markupText(link);
  return /^https?:\/\//i.test(link) ? `<a href="${text}" rel="noreferrer">${text}</a>` : text;
}

function address(path: string): string {
  return markupText(path.split('/').map(encodeURIComponent).join('/'));
}
