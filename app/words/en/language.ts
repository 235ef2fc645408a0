// Which language the words of this folder are. Pages, documents and letters name it, so that a screen reader
// and a PDF reader speak it.

/** BCP 47. */
export const LANGUAGE = 'en-GB';
