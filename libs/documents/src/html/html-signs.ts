/** So much of a file tells whether it is a page. */
const SAMPLE = 64 << 10;
const HEAD = 4096;
const TAG =
  /<\/?(?:html|head|body|meta|title|div|p|br|hr|span|font|center|table|tbody|tr|td|th|ul|ol|li|a|b|i|u|em|strong|img|h[1-6]|section|article|main|pre|blockquote|dl|dt|dd|style|script)(?:\s[^<>]*)?\/?>/gi;
/** Tags that share so much of a text are what it is made of. */
const SHARE = 0.2;
const FEWEST = 5;

/** Whether a text is HTML: by its doctype or document element, or because tags make up much of it. A report that speaks of <table> is none. */
export function looksLikeHtml(text: string): boolean {
  const sample = text.slice(0, SAMPLE).trimStart();
  if (sample.startsWith('<') && /<!doctype\s+html|<html[\s>]/i.test(sample.slice(0, HEAD))) return true;
  let tags = 0;
  let characters = 0;
  let closing = 0;
  for (const [tag] of sample.matchAll(TAG)) {
    tags++;
    characters += tag.length;
    if (tag.startsWith('</')) closing++;
  }
  if (sample.startsWith('<') && closing > 0 && /^<(?:head|body|meta|title)[\s>]/i.test(sample)) return true;
  return tags >= FEWEST && closing > 0 && characters >= sample.length * SHARE;
}
