/** Decoded with less than this share of readable characters, bytes are no text. */
const READABLE = 0.85;
/** So many characters tell how readable a text is. */
const SAMPLE = 200_000;

/**
 * The text of a file without any mark of its encoding other than a BOM: UTF-8 when the bytes are valid UTF-8, else the likeliest of
 * GB18030 and UTF-16. Null when no encoding gives readable text. The BOM is dropped.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byMark(bytes);
  if (marked !== null) return readable(marked) >= READABLE ? marked : null;
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== null && !utf8.includes('\0')) return readable(utf8) >= READABLE ? utf8 : null;
  const even = bytes.length % 2 === 0;
  const likeliest = [
    decode('gb18030', bytes),
    even ? decode('utf-16le', bytes) : null,
    even ? decode('utf-16be', bytes) : null,
  ]
    .filter((text) => text !== null)
    .map((text) => ({ text, share: readable(text) }))
    .sort((one, other) => other.share - one.share)[0];
  return likeliest !== undefined && likeliest.share >= READABLE ? likeliest.text : null;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode('utf-8', bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  return null;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder's way to say that the bytes are not of this encoding.
    if (isEncodingError(error)) return null;
    throw error;
  }
}

function isEncodingError(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

/** The share of characters that a Chinese text is made of. */
function readable(text: string): number {
  const length = Math.min(text.length, SAMPLE);
  if (length === 0) return 0;
  let good = 0;
  for (let at = 0; at < length; at++) if (isUsual(text.charCodeAt(at))) good++;
  return good / length;
}

function isUsual(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x20 && code < 0x7f) ||
    (code >= 9 && code <= 13) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xb7 ||
    code === 0xa0 ||
    code === 0x3231 ||
    (code >= 0x2160 && code <= 0x217f) ||
    (code >= 0x25a0 && code <= 0x25ff)
  );
}
