// Why a file is not taken, in words and with the way out: the same on every page and on the command line.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';

type Reason = KindProblem['reason'];

const ACCEPTED = 'Use PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, plain text or CSV';

/** What the file is instead, where it is told from the content but is none that is read. */
export const FOUND_KIND: Readonly<Partial<Record<Reason, string>>> = {
  'not-recognised': 'This kind of file is not accepted',
  markup: 'This is a web page, SVG or XML',
  'not-utf8': 'This is a text file',
  'utf-16': 'This is a text file in UTF-16',
  rtf: 'This is an RTF document',
  'old-word': 'This is a Word document in the format of before 2007 (.doc)',
  'old-excel': 'This is an Excel workbook in the format of before 2007 (.xls)',
  'old-powerpoint': 'This is a presentation in the format of before 2007 (.ppt)',
  'old-office': 'This is a file of an Office from before 2007, or of another program of that time',
  'outlook-message': 'This is a message of Outlook (.msg)',
  'binary-workbook': 'This is an Excel binary workbook (.xlsb)',
  'pdf-not-first': 'This is a PDF with other bytes in front of it',
};

const KIND_WORDS: Readonly<Record<Reason, string>> = {
  'not-recognised': `${FOUND_KIND['not-recognised']}. ${ACCEPTED}`,
  markup: `Web pages, SVG and XML are not accepted, because they can hold programs. ${ACCEPTED}`,
  'not-utf8': 'This text file is not in UTF-8. Save it again as CSV UTF-8 or plain text UTF-8',
  'utf-16': `${FOUND_KIND['utf-16']} (‘Unicode text’). Save it again as CSV UTF-8 or plain text UTF-8`,
  rtf: `${FOUND_KIND.rtf}. Open it in Word, save it as .docx or PDF and choose that`,
  'old-word': `${FOUND_KIND['old-word']}. Open it, save it as .docx and choose that`,
  'old-excel': `${FOUND_KIND['old-excel']}. Open it, save it as .xlsx and choose that`,
  'old-powerpoint': `${FOUND_KIND['old-powerpoint']}. Open it, save it as .pptx and choose that`,
  'old-office': `${FOUND_KIND['old-office']}. Open it there, save it as .docx, .xlsx, .pptx or PDF and choose that`,
  'outlook-message': `${FOUND_KIND['outlook-message']}. Open it, print or save it as PDF and choose that`,
  'binary-workbook': `${FOUND_KIND['binary-workbook']}. Open it in Excel, save it as .xlsx and choose that`,
  'pdf-not-first': `${FOUND_KIND['pdf-not-first']}, as some mail and download programs leave them. Open it, print or save it to a new PDF and choose that`,
  broken: 'The file is damaged, or is not what it seems. Open it, save it again and try again',
  'image-too-large': 'The picture has too many pixels. Make it smaller than 100 megapixels',
  macros: 'The file holds macros. Save it without macros and choose it again',
  'macro-sheets':
    'The workbook holds Excel 4 macro sheets. Delete those sheets (right-click a tab and choose Unhide to see hidden ones), save it as .xlsx and choose it again',
  dde: 'The file asks another program for its content (DDE). In Word, select everything and press Ctrl+Shift+F9 to turn fields into text; in Excel, break the links under Data, Edit Links. Save it and choose it again',
  'embedded-object':
    'There is another file or program inside this file. Delete the embedded object or attachment, upload it as evidence of its own if it matters, save the file and choose it again',
  activex:
    'The file holds ActiveX controls. Delete the buttons and boxes that were put in with the Developer tab, save it and choose it again',
  'remote-template':
    'The file loads its template from the web or from a network share. In Word, open Developer, Document Template, choose Normal.dotm, save it and choose it again',
  'remote-content':
    'The file fetches pictures or other content from the web or from a network share when it is opened. Break the links (File, Info, Edit Links to Files) or put the pictures in themselves, save it and choose it again',
  launch:
    'A button or shape in the file starts a program or a macro. Remove that action (Insert, Action), save it and choose it again',
  'pdf-script':
    'The PDF holds scripts (JavaScript or a form with scripts). Print it to a new PDF, which leaves them out, and choose that',
  'pdf-launch':
    'The PDF holds an action that starts a program. Print it to a new PDF, which leaves it out, and choose that',
  'pdf-protected':
    'The PDF is protected, so nobody can look whether it is safe. Save it without a password and without restrictions, or print it to a new PDF, and choose that',
  'not-looked-through':
    'The file is so large or so unusual inside that it could not be looked through. Save it again, or as PDF, and choose that',
  encrypted: 'The file is locked with a password. Save it without one and choose it again',
  'backslash-names':
    'The parts inside this file are named with back-slashes, which programs read differently. Open it in Word, Excel or LibreOffice, save it again and choose that',
  'unsafe-archive':
    'The file is packed as no office program packs one: it unpacks to far more than it should, or parts of it are hidden or lie outside it. Open it, save it again and choose that',
};

/** The reason as a sentence that says what to do, without a full stop. */
export function kindWords(reason: Reason): string {
  return KIND_WORDS[reason];
}
