import { chineseNumeral } from '#language/numerals';

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Format = (value: number) => string;
/**
 * The number formats of ECMA-376 (ST_NumberFormat) that Chinese documents use; WPS writes japaneseCounting for 一二三.
 * lowerAlphabet and upperAlphabet are OpenDocument's: a … z, aa, ab.
 */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '•',
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  koreanCounting: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => STEMS[(value - 1) % 10],
  ideographZodiac: (value) => BRANCHES[(value - 1) % 12],
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${value})`),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerAlphabet: alphabet,
  upperAlphabet: (value) => alphabet(value).toUpperCase(),
};

/** A number of an automatic list as Word prints it; unknown formats print 1, 2, 3. `value` counts from 0 upwards. */
export function formatNumber(format: string, value: number): string {
  const safe = Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), 99_999) : 1;
  if (safe === 0 && format !== 'decimal') return FORMATS[format] === chineseNumeral ? '〇' : '0';
  return FORMATS[format]?.(safe) ?? String(safe);
}

function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]);
}

function legal(value: number): string {
  const plain = '一二三四五六七八九十百千';
  return chineseNumeral(value).replace(
    /[一二三四五六七八九十百千]/g,
    (char) => '壹贰叁肆伍陆柒捌玖拾佰仟'[plain.indexOf(char)],
  );
}

function circled(value: number): string {
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  return value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : `(${value})`;
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20));
}

function alphabet(value: number): string {
  const last = String.fromCharCode(97 + ((value - 1) % 26));
  return value <= 26 ? last : alphabet(Math.floor((value - 1) / 26)) + last;
}
