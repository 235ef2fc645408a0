// The kinds of file that evidence may be. A kind is told from the content alone; its media type and
// extensions are what the file is kept and downloaded as.

export type FileKindId =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'png'
  | 'jpeg'
  | 'csv'
  | 'text';

export type FileKind = {
  readonly id: FileKindId;
  readonly mediaType: string;
  /** The usual one first. */
  readonly extensions: readonly [string, ...string[]];
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

export const FILE_KINDS: Readonly<Record<FileKindId, FileKind>> = {
  pdf: { id: 'pdf', mediaType: 'application/pdf', extensions: ['.pdf'] },
  docx: {
    id: 'docx',
    mediaType: `${OFFICE}.wordprocessingml.document`,
    extensions: ['.docx'],
  },
  xlsx: { id: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['.xlsx'] },
  pptx: {
    id: 'pptx',
    mediaType: `${OFFICE}.presentationml.presentation`,
    extensions: ['.pptx'],
  },
  odt: { id: 'odt', mediaType: `${OPEN}.text`, extensions: ['.odt'] },
  ods: { id: 'ods', mediaType: `${OPEN}.spreadsheet`, extensions: ['.ods'] },
  odp: { id: 'odp', mediaType: `${OPEN}.presentation`, extensions: ['.odp'] },
  png: { id: 'png', mediaType: 'image/png', extensions: ['.png'] },
  jpeg: { id: 'jpeg', mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'] },
  csv: { id: 'csv', mediaType: 'text/csv', extensions: ['.csv'] },
  text: { id: 'text', mediaType: 'text/plain', extensions: ['.txt'] },
};

/** Every extension of an accepted kind, for the page and for the refusal of another kind. */
export const ACCEPTED_EXTENSIONS: readonly string[] = Object.values(FILE_KINDS).flatMap(
  ({ extensions }) => extensions,
);

/** Why a file is of no accepted kind, or of one but not safe to keep. */
export type KindProblem = {
  readonly code: 'kind-not-accepted';
  readonly reason:
    | 'not-recognised'
    /** Text that begins as HTML, SVG or XML does. */
    | 'markup'
    /** Text in another encoding, as spreadsheets save it unless told otherwise. */
    | 'not-utf8'
    /** Text of two bytes a character, as Excel's 'Unicode Text' is. */
    | 'utf-16'
    | 'rtf'
    /** Word, Excel and PowerPoint before 2007, and other programs of that time. */
    | 'old-word'
    | 'old-excel'
    | 'old-powerpoint'
    | 'old-office'
    | 'outlook-message'
    /** .xlsb, which is no XML. */
    | 'binary-workbook'
    /** A PDF that begins after other bytes. */
    | 'pdf-not-first'
    /** Begins as a known kind and does not go on as one. */
    | 'broken'
    | 'image-too-large'
    | 'macros'
    /** Excel 4 macros, which live in sheets of their own. */
    | 'macro-sheets'
    /** Fields, links or formulas that ask another program for their content. */
    | 'dde'
    /** A file or program inside the file. */
    | 'embedded-object'
    | 'activex'
    | 'remote-template'
    /** Pictures and the like that are fetched when the file opens. */
    | 'remote-content'
    /** A button that starts a program. */
    | 'launch'
    | 'pdf-script'
    | 'pdf-launch'
    /** Its objects are encrypted, so nobody can tell what is inside. */
    | 'pdf-protected'
    /** Too large, too deep or too odd inside to be looked through. */
    | 'not-looked-through'
    | 'encrypted'
    /** A package whose parts are named with back-slashes, which every program reads differently. */
    | 'backslash-names'
    /** An office file that unpacks to far too much, or to places outside itself. */
    | 'unsafe-archive';
  /** The extensions of the accepted kinds. */
  readonly accepted: readonly string[];
};

/** The refusal, with the kinds that would have been accepted. */
export function kindNotAccepted(reason: KindProblem['reason']): KindProblem {
  return { code: 'kind-not-accepted', reason, accepted: ACCEPTED_EXTENSIONS };
}
