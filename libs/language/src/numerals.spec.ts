import { arabicYears, chineseNumeral, halfWidthDigits, readNumeral } from './numerals';

describe('arabicYears', () => {
  it.each([
    ['２０１２年工作', '2012年工作'],
    ['二〇二六年一月', '2026年一月'],
    ['二○一六年', '2016年'],
    ['三年行动', '三年行动'],
  ])('%s → %s', (text, plain) => expect(arabicYears(text)).toBe(plain));
});

describe('readNumeral', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十五', 35],
    ['一百零五', 105],
    ['两千', 2000],
    ['二〇二六', 2026],
    ['三万五千', 35000],
    ['１２', 12],
    ['007', 7],
  ])('%s is %i', (text, value) => expect(readNumeral(text)).toBe(value));

  it.each(['', '个', '一二三四五六七八九十一二三', '三十天', '1.5'])('%s is no whole number', (text) =>
    expect(readNumeral(text)).toBeNull(),
  );

  it('reads what chineseNumeral writes', () => {
    for (let value = 1; value < 10_000; value += 7) expect(readNumeral(chineseNumeral(value))).toBe(value);
  });

  it('keeps the length of a text whose digits it narrows', () => expect(halfWidthDigits('１９８８年')).toBe('1988年'));
});
