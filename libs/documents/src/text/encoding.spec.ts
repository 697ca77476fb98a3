import { strToU8 } from 'fflate';
import * as iconv from 'iconv-lite';
import { decodeText } from './encoding';

const REPORT =
  '区教育局2026年前三季度工作汇报\n一、存在的问题\n校园食堂“明厨亮灶”进度偏慢，个别学校管理责任没有落实到人。\n二、下一步工作\n11月底前完成整改，由教育局牵头，市场监管局配合。\n';
const TRADITIONAL =
  '教育局民國一百年工作報告\n一、存在的問題\n學校食堂管理進度較慢，個別學校的責任沒有落實到人。\n二、下一步工作\n十一月底前完成改進，由教育局主持，有關單位配合。\n';
const bytes = (text: string, encoding: string): Uint8Array => Uint8Array.from(iconv.encode(text, encoding));
const cutAt = (whole: Uint8Array, at: number): Uint8Array => whole.slice(0, at);
const spoiltAt = (whole: Uint8Array, at: number, by: number): Uint8Array =>
  Uint8Array.from(whole, (byte, index) => (index === at ? by : byte));

describe('encodings without a mark', () => {
  it.each(['utf-8', 'gb18030', 'utf16le', 'utf16-be'])('%s', (encoding) =>
    expect(decodeText(bytes(REPORT, encoding))).toEqual({ text: REPORT, broken: 0 }),
  );
  it('UTF-16 of mostly Latin text, where every other byte is NUL', () =>
    expect(decodeText(bytes('No.,Name,Note\n1,GDP,ok\n', 'utf16le'))?.text).toBe('No.,Name,Note\n1,GDP,ok\n'));
  it('Big5, told by its everyday characters', () =>
    expect(decodeText(bytes(TRADITIONAL, 'big5'))).toEqual({ text: TRADITIONAL, broken: 0 }));
  it('traditional characters in GB18030 are no Big5', () =>
    expect(decodeText(bytes(TRADITIONAL, 'gb18030'))?.text).toBe(TRADITIONAL));
});

describe('declared encodings', () => {
  const page = (charset: string, text: string): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>${text}</html>`;
  it.each([
    ['gb2312', 'gb18030', '䶮某街道办事处报告朱镕基任内'],
    ['GBK', 'gb18030', '短'],
    ['big5', 'big5', '短文'],
    ['utf-8', 'utf-8', '汇报'],
    ['no-such-charset', 'gb18030', '工作汇报'],
  ])('%s', (charset, encoding, words) =>
    expect(decodeText(bytes(page(charset, words), encoding))?.text).toBe(page(charset, words)),
  );
  it('a page that says UTF-8 and is GBK is read as what it is', () =>
    expect(decodeText(bytes(page('utf-8', REPORT), 'gb18030'))?.text).toBe(page('utf-8', REPORT)));
  it('a page that says GB2312 and is UTF-8 is read as what it is', () =>
    expect(decodeText(strToU8(page('gb2312', REPORT)))?.text).toBe(page('gb2312', REPORT)));
  it('an XML declaration counts too', () => {
    const text = '<?xml version="1.0" encoding="GB2312"?><html><body>汇报</body></html>';
    expect(decodeText(bytes(text, 'gb18030'))?.text).toBe(text);
  });
});

describe('damaged texts', () => {
  const long = REPORT.repeat(400);
  it.each(['utf-8', 'gb18030', 'utf16le'])('%s cut inside a character', (encoding) => {
    const whole = bytes(REPORT.trimEnd(), encoding);
    const read = decodeText(cutAt(whole, whole.length - 1));
    expect(read).toEqual({ text: `${REPORT.trimEnd().slice(0, -1)}\uFFFD`, broken: 1 });
  });
  it.each([
    ['utf-8', 0xff],
    ['gb18030', 0xff],
    ['utf-8', 0x00],
  ])('%s with one bad byte in 100 KB', (encoding, by) => {
    const read = decodeText(spoiltAt(bytes(long, encoding), 50_001, by));
    expect(read?.text.slice(0, 5_000)).toBe(long.slice(0, 5_000));
    expect(read?.text.slice(-5_000)).toBe(long.slice(-5_000));
    expect(read?.broken).toBeGreaterThanOrEqual(1);
    expect(read?.broken).toBeLessThanOrEqual(3);
    expect(read?.text).not.toContain('\0');
  });
  it('a short UTF-8 text cut inside a character is no GB18030', () =>
    expect(decodeText(cutAt(strToU8('工作汇报'), 11))?.text).toBe('工作汇\uFFFD'));
});

describe('what is no text', () => {
  const noise = (length: number, seed: number): Uint8Array => {
    let state = seed;
    return Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16);
  };
  it.each([
    ['noise', noise(4000, 1)],
    ['an odd number of bytes of noise', noise(4001, 7)],
    ['noise of high bytes', noise(4000, 3).map((byte) => byte | 0x80)],
    ['zeros', new Uint8Array(1000)],
    ['a text half of which is noise', Uint8Array.from([...strToU8(REPORT), ...noise(REPORT.length * 3, 5)])],
  ])('%s', (_what, some) => expect(decodeText(some)).toBeNull());
});
