// A charter on trial: the form for its zip, and what was found in it.
import { addressOf } from '#app/addresses.ts';
import type { TrialPage } from '#app/queries/charters/trial-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { FileField } from '#app/ui/kit/file-field.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { TRIAL } from '#words/charters/trial-words.ts';
import { CharterParts } from './charter-view.tsx';
import { Comparison } from './compare-view.tsx';
import { TrialScores } from './trial-scores.tsx';

type Props = { readonly page: TrialPage | null; readonly error: string | null };

export function TrialView({ page, error }: Props) {
  const problems = error === null ? [] : [{ text: error, field: 'file' }];
  const title = page === null ? TRIAL.title : titleOf(page);
  return (
    <>
      <PageTitle title={title} problems={error !== null} />
      <AdminLinks here={addressOf('/admin/charters')} />
      <Column>
        <ErrorSummary problems={problems} />
        <h1 className="nhsuk-heading-l">{title}</h1>
        {page === null ? null : <Found page={page} />}
        {page === null ? <p>{TRIAL.what}</p> : <h2 className="nhsuk-heading-m">{TRIAL.again}</h2>}
        <p>{TRIAL.kept}</p>
        <form method="post" encType="multipart/form-data" noValidate>
          <FileField name="file" label={TRIAL.file} hint={TRIAL.hint} error={error ?? undefined} />
          <button className="nhsuk-button">{TRIAL.button}</button>
        </form>
      </Column>
    </>
  );
}

function titleOf({ sound }: TrialPage): string {
  return sound === null ? TRIAL.refused : TRIAL.of(sound.title);
}

function Found({ page: { mistakes, remarks, languages, sound } }: { readonly page: TrialPage }) {
  const { columns } = TRIAL;
  return (
    <>
      <h2 className="nhsuk-heading-m">{TRIAL.findings}</h2>
      <p>{sound === null ? TRIAL.mistakes(mistakes.all) : TRIAL.sound(remarks.all)}</p>
      <Findings caption={TRIAL.table} column={columns.message} findings={mistakes} />
      <Findings caption={TRIAL.remarks} column={columns.remark} findings={remarks} />
      {languages.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">{TRIAL.translations}</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {languages.map(({ name, there, all }) => (
              <li key={name}>{TRIAL.translated(name, there, all)}</li>
            ))}
          </ul>
        </>
      )}
      {sound === null ? null : <Sound sound={sound} />}
    </>
  );
}

type FindingsProps = {
  readonly caption: string;
  readonly column: string;
  readonly findings: TrialPage['mistakes'];
};

function Findings({ caption, column, findings: { all, first } }: FindingsProps) {
  if (all === 0) return null;
  const titles = [TRIAL.columns.file, TRIAL.columns.line, TRIAL.columns.column, column];
  return (
    <>
      <ScrollTable caption={caption} columns={titles}>
        {first.map((finding) => (
          <TableRow key={JSON.stringify(finding)}>
            <th className="nhsuk-table__header app-narrative" scope="row">
              {finding.file}
            </th>
            <td className="nhsuk-table__cell">{finding.line}</td>
            <td className="nhsuk-table__cell">{finding.column}</td>
            <td className="nhsuk-table__cell app-narrative">
              {finding.message} ({finding.code})
            </td>
          </TableRow>
        ))}
      </ScrollTable>
      {all === first.length ? null : <p>{TRIAL.more(first.length, all)}</p>}
    </>
  );
}

function Sound({ sound }: { readonly sound: NonNullable<TrialPage['sound']> }) {
  const { id, content, compared, scores } = sound;
  return (
    <>
      <p>
        <a href="#file">{TRIAL.again}</a>
      </p>
      <TrialScores scores={scores} />
      {compared === null ? (
        <>
          <h2 className="nhsuk-heading-m">{TRIAL.compared}</h2>
          <p>{TRIAL.first(id)}</p>
        </>
      ) : (
        <Comparison compared={compared} />
      )}
      <h2 className="nhsuk-heading-m">{TRIAL.preview}</h2>
      <CharterParts page={content} />
    </>
  );
}
