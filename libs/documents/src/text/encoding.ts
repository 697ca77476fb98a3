import { declaredEncoding } from './declared-encoding';
import { commonShare, readableShare } from './readable';

/** A decoded text. `broken` counts the places that could not be decoded; each shows as `\uFFFD`. */
export interface DecodedText {
  text: string;
  broken: number;
}

/** Decoded with less than this share of readable characters, bytes are no text. */
const READABLE = 0.85;
/** One damaged place is forgiven in any text, and one more in so many characters. */
const FORGIVEN_IN = 1000;
/** Damaged UTF-8 must hold so many good characters for each bad one: other encodings look like UTF-8 in places. */
const GOOD_FOR_BAD = 20;
/** A damaged text of some length must hold this share of everyday characters: noise has none of them. */
const EVERYDAY = 0.015;
/** Big5 and GB18030 take the same bytes; only everyday characters tell them, and they do in texts of some length. */
const BIG5_FROM = 30;
const BIG5_EVERYDAY = 0.06;

/**
 * The text of a file: by its BOM, by what its HTML or XML head declares, as UTF-8 when the bytes are valid UTF-8, else as the likeliest
 * of GB18030, UTF-16 and Big5. A few damaged bytes (a text cut inside a character) are forgiven and counted; NUL counts as damaged.
 * Null when no encoding gives readable text. The BOM is dropped.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const found = find(bytes);
  if (found === null || readableShare(found) < READABLE) return null;
  const text = found.replaceAll('\0', '\uFFFD');
  return { text, broken: text.match(/\uFFFD+/g)?.length ?? 0 };
}

function find(bytes: Uint8Array): string | null {
  const marked = byMark(bytes);
  if (marked !== undefined) return forgiven(lossy(marked, bytes));
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== null && count(utf8, '\0') <= forgivenIn(utf8)) return utf8;
  const declared = declaredEncoding(bytes);
  // Pages declare UTF-8 and are something else often enough; the other way round the declaration is right when it fits at all.
  const stated = declared === null || declared === 'utf-8' ? null : forgiven(lossy(declared, bytes));
  return stated ?? (utf8 === null ? damagedUtf8(bytes) : null) ?? likeliest(bytes) ?? forgiven(lossy('gb18030', bytes));
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-8 with a few bad bytes, or cut in the middle of its last character. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = lossy('utf-8', bytes);
  const bad = count(text, '\uFFFD');
  if (bad > forgivenIn(text)) return null;
  let wide = 0;
  for (let at = 0; at < text.length && wide < bad * GOOD_FOR_BAD; at++) if (text.charCodeAt(at) >= 0x800) wide++;
  const cut = bad === 1 && text.endsWith('\uFFFD') && wide > 3;
  return cut || wide > bad * GOOD_FOR_BAD - 1 ? text : null;
}

/** The most readable of the encodings without marks that fit all bytes. */
function likeliest(bytes: Uint8Array): string | null {
  const gb18030 = decode('gb18030', bytes);
  const big5 = decode('big5', bytes);
  if (big5 !== null && isBig5(big5, gb18030)) return big5;
  const even = bytes.length % 2 === 0;
  const whole = even ? bytes : bytes.subarray(0, -1);
  const cut = (text: string | null): string | null => (text === null || even ? text : `${text}\uFFFD`);
  const [best] = [gb18030, cut(decode('utf-16le', whole)), cut(decode('utf-16be', whole))]
    .filter((text) => text !== null)
    .map((text) => ({ text, share: readableShare(text) }))
    .sort((one, other) => other.share - one.share);
  return best !== undefined && best.share >= READABLE ? best.text : null;
}

function isBig5(big5: string, gb18030: string | null): boolean {
  const share = commonShare(big5, 'traditional');
  if (share.characters < BIG5_FROM || share.common < BIG5_EVERYDAY) return false;
  return gb18030 === null || commonShare(gb18030, 'simplified').common < share.common / 4;
}

/** The text when no more of it is damaged than can be forgiven. */
function forgiven(text: string): string | null {
  const bad = count(text, '\uFFFD');
  if (bad === 0) return text;
  if (bad > forgivenIn(text)) return null;
  const { characters, common } = commonShare(text, 'simplified');
  const traditional = commonShare(text, 'traditional').common;
  return characters < 50 || Math.max(common, traditional) >= EVERYDAY ? text : null;
}

function forgivenIn(text: string): number {
  return 1 + Math.floor(text.length / FORGIVEN_IN);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function lossy(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
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
