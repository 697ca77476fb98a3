import { contextAround } from './source-context';

describe('the text around a quote', () => {
  it('is the section when that is short', () => {
    const text = '前言\n三、下一步\n一是抓培训。\n二是抓落实。\n结语';
    const start = text.indexOf('二是');
    const section = { start: text.indexOf('三、'), end: text.indexOf('\n结语') };
    const context = contextAround(text, { start, end: start + 6 }, section);
    expect(text.slice(context.start, context.end)).toBe('三、下一步\n一是抓培训。\n二是抓落实。');
  });

  it('is cut at paragraphs when the section is long', () => {
    const paragraph = `${'推进各项工作落实。'.repeat(20)}\n`;
    const text = paragraph.repeat(20);
    const start = paragraph.length * 10;
    const context = contextAround(text, { start, end: start + 9 });
    expect(text[context.start - 1]).toBe('\n');
    expect(text[context.end]).toBe('\n');
    expect(context.start).toBeLessThanOrEqual(start);
    expect(context.end - context.start).toBeLessThan(text.length / 2);
  });

  it('keeps the whole quote of a one-line report', () => {
    const text = '工作'.repeat(5000);
    const context = contextAround(text, { start: 4000, end: 6000 });
    expect(context.start).toBeLessThanOrEqual(4000);
    expect(context.end).toBeGreaterThanOrEqual(6000);
  });
});
