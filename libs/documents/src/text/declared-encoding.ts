/** The head of a page stands within so many bytes, scripts and styles before it included. */
const HEAD = 4096;
const DECLARATIONS: readonly RegExp[] = [
  /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']?([\w.:-]+)/i,
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i,
];
/** What pages call their encoding, and the decoder that reads all of it: gb2312 means GBK on every Chinese page. */
const DECODERS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/** The encoding that an HTML page or an XML text declares in its head; null when it declares none that is known. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  if (!head.includes('<')) return null;
  for (const declaration of DECLARATIONS) {
    const found = declaration.exec(head)?.[1].toLowerCase();
    if (found !== undefined && Object.hasOwn(DECODERS, found)) return DECODERS[found];
  }
  return null;
}
