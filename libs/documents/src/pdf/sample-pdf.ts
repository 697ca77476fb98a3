/** For tests: PDF pages written by hand. Text is set in STSong-Light, which is not embedded, by Unicode (UniGB-UCS2-H). */
export function pdfOf(
  contents: readonly string[],
  more: { trailer?: string; rotate?: number; font?: string } = {},
): Uint8Array {
  const pageAt = (index: number): number => 5 + index * 2;
  const font =
    more.font ?? '/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R]';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_none, at) => `${pageAt(at)} 0 R`).join(' ')}] >>`,
    `<< ${font} >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 >> >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more.rotate === undefined ? '' : `/Rotate ${more.rotate} `}/Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(at) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) file += `${String(place).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more.trailer ?? ''}>>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

/** Text with its baseline `y` points above the lower edge of the page. */
export function text(words: string, x: number, y: number, size = 16): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(words)}> Tj ET\n`;
}

export function hex(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('hex');
}

/** A grid of strokes. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, low, high] = [xs[0], xs[xs.length - 1], Math.min(...ys), Math.max(...ys)];
  return [
    ...ys.map((y) => `${left} ${y} m ${right} ${y} l S\n`),
    ...xs.map((x) => `${x} ${low} m ${x} ${high} l S\n`),
  ].join('');
}

export const PICTURE = 'q 500 0 0 700 50 50 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd\nEI Q\n';
