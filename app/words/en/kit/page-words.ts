// The words that the pages of every document carry.

/** What the pages of a document say beside its content. */
export const PAGE = {
  qrCode: (address: string) => `QR code of the address ${address}`,
  linkTo: (title: string, page: number) => `${title}, page ${page}`,
  audience: 'Whom this document is for',
  notice: 'What to know about the charter',
  restOfNotice: 'The rest of this notice is on the cover.',
  page: (number: number, of: number) => `Page ${number} of ${of}`,
  madeBy: 'Charter self-assessment',
};
