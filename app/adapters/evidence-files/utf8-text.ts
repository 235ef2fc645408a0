// A file's bytes as text, where they are UTF-8.
import { isUtf8 } from 'node:buffer';

/** The text without its byte order mark, or the first line (from 1) whose bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): { readonly text: string } | { readonly line: number } {
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    [line, start] = [line + 1, end + 1];
  }
  return { line };
}

const LINE_FEED = 10;
