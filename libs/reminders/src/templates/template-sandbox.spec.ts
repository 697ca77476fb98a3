import fc from 'fast-check';
import { LONGEST, sampleValues, TEMPLATE_NAMES, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import { readTemplate } from './template-sandbox';

const NAMES = ['name', 'count', 'note'];
const read = (source: string) => readTemplate(source, NAMES, 2000);

function render(source: string, values: Record<string, string | number> = {}): string {
  const found = read(source);
  if ('fault' in found) throw new Error(JSON.stringify(found.fault));
  return found.text.render(values);
}

const faultOf = (source: string) => {
  const found = read(source);
  return 'fault' in found ? found.fault : undefined;
};

describe('what a template may say', () => {
  it.each<[string, Record<string, string | number>, string]>([
    ['没有变量', {}, '没有变量'],
    ['{{name}}：您有 {{ count }} 项', { name: '王芳', count: 3 }, '王芳：您有 3 项'],
    ['{{#if count}}有{{else}}无{{/if}}', { count: 1 }, '有'],
    ['{{#if count}}有{{else}}无{{/if}}', { count: 0 }, '无'],
    ['{{#if note}}附言：{{note}}{{/if}}', { note: '' }, ''],
    ['{{#if note}}甲{{else if count}}乙{{else}}丙{{/if}}', { count: 2 }, '乙'],
    ['{{!-- 说明 --}}{{! 说明 }}正文', {}, '正文'],
    ['甲\n{{#if count}}\n乙\n{{/if}}\n丙', { count: 1 }, '甲\n乙\n丙'],
    ['{{name}}', {}, ''],
    // A value is never read as a template, nor escaped in plain text.
    ['{{name}}', { name: '{{count}}<b>&' }, '{{count}}<b>&'],
    ['单个 { 花括号 }', {}, '单个 { 花括号 }'],
  ])('%s with %j', (source, values, expected) => expect(render(source, values)).toBe(expected));

  it.each(TEMPLATE_NAMES.flatMap((name) => TEMPLATE_PARTS.map((part) => [name, part] as const)))(
    'our own words pass: %s %s',
    (name, part) => {
      const { variables, words } = TEMPLATES[name];
      const found = readTemplate(words[part], Object.keys(variables), LONGEST[part]);
      if ('fault' in found) throw new Error(found.fault.message);
      expect(found.text.render(sampleValues(name))).not.toMatch(/[{}]|undefined/);
    },
  );
});

describe('what is refused, with its place and what to do', () => {
  it.each([
    ['{{constructor}}', '没有变量'],
    ['{{__proto__}}', '没有变量'],
    ['{{toString}}', '没有变量'],
    ['{{name.constructor}}', '没有变量'],
    ['{{constructor.constructor "return process"}}', '函数和参数'],
    ['{{name.length}}', '没有变量'],
    ['{{this}}', '没有变量'],
    ['{{this.name}}', '没有变量'],
    ['{{./name}}', '没有变量'],
    ['{{../name}}', '没有变量'],
    ['{{@root}}', '没有变量'],
    ['{{@root.name}}', '没有变量'],
    ['{{"name"}}', '没有变量'],
    ['{{1}}', '没有变量'],
    ['{{true}}', '没有变量'],
    ['{{null}}', '没有变量'],
    ['{{lookup name "constructor"}}', '函数和参数'],
    ['{{log name}}', '函数和参数'],
    ['{{name note}}', '函数和参数'],
    ['{{name x=1}}', '函数和参数'],
    ['{{(lookup name "x")}}', '花括号没有写完整'],
    ['{{{name}}}', '两个花括号'],
    ['{{&name}}', '两个花括号'],
    ['{{> partial}}', '不能引用其他模板'],
    ['{{#> layout}}x{{/layout}}', '不能引用其他模板'],
    ['{{* decorator}}', '不能引用其他模板'],
    ['{{#* inline "x"}}y{{/inline}}', '不能引用其他模板'],
    ['{{{{raw}}}}{{name}}{{{{/raw}}}}', '只能用'],
    ['{{#each name}}x{{/each}}', '只能用'],
    ['{{#with name}}x{{/with}}', '只能用'],
    ['{{#unless name}}x{{/unless}}', '只能用'],
    ['{{#name}}x{{/name}}', '只能用'],
    ['{{#if.x name}}x{{/if.x}}', '只能用'],
    ['{{#if}}x{{/if}}', '条件须写作'],
    ['{{#if name note}}x{{/if}}', '条件须写作'],
    ['{{#if count includeZero=true}}x{{/if}}', '条件须写作'],
    ['{{#if name as |x|}}{{x}}{{/if}}', '条件须写作'],
    ['{{#if (lookup name "x")}}x{{/if}}', '没有变量'],
    ['{{#if unknown}}x{{/if}}', '没有变量'],
    ['{{#if name}}x', '花括号没有写完整'],
    ['{{#if name}}x{{/name}}', '不配对'],
    ['{{name', '花括号没有写完整'],
    ['{{}}', '花括号没有写完整'],
  ])('%s', (source, message) => expect(faultOf(source)?.message).toContain(message));

  it.each([
    ['第一行\n  {{foo}}', 2, 5],
    ['{{name}}{{#each x}}{{/each}}', 1, 9],
    ['一\n二\n{{#if name}}三{{/name}}', 3, 4],
    ['一\n二\n{{name', 3, 0],
  ])('%j at line %s, column %s', (source, line, column) => expect(faultOf(source)).toMatchObject({ line, column }));

  it('a text that is too long', () => {
    expect(faultOf('字'.repeat(2000))).toBeUndefined();
    expect(faultOf('字'.repeat(2001))?.message).toContain('请删减');
  });

  it('conditions that lie too deep', () => {
    const nested = (depth: number) => '{{#if name}}'.repeat(depth) + '{{/if}}'.repeat(depth);
    expect(faultOf(nested(4))).toBeUndefined();
    expect(faultOf(nested(5))?.message).toContain('最多嵌套');
    // As many as fit into the longest text.
    expect(readTemplate(nested(100), NAMES, 2000)).toHaveProperty('fault');
  });

  it('never throws and never lets an unknown name through, whatever is written', () => {
    const signs = [
      '{{',
      '}}',
      '{{#if ',
      '{{/if}}',
      '{{else}}',
      'name',
      'constructor',
      '.',
      '/',
      ' ',
      '@',
      '"',
      '|',
      '{',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        const found = read(source);
        if ('fault' in found) return expect(found.fault.line).toBeGreaterThan(0);
        expect(source).not.toMatch(/\{\{(#if)?\s*(constructor|[./@"|])/);
        expect(found.text.render({ name: 'x' })).not.toMatch(/function|object|undefined/);
      }),
      { numRuns: 2000 },
    );
  });
});

it('reads no value but its own', () => {
  const values = Object.create({ name: 'inherited' }) as Record<string, string>;
  expect(render('{{#if name}}有{{/if}}{{name}}', values)).toBe('');
});
