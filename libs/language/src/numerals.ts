const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Full-width digits １９８８ as ASCII digits; everything else stays, and so does the length. */
export function halfWidthDigits(text: string): string {
  return /[０-９]/.test(text)
    ? text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
}

const YEAR_IN_HAN = /[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/g;

/** ２０１２年 and 二〇一二年 as 2012年; everything else stays, and so does the length. */
export function arabicYears(text: string): string {
  const plain = halfWidthDigits(text);
  if (!plain.includes('年')) return plain;
  return plain.replace(YEAR_IN_HAN, (year) => [...year].map((digit) => (digit === '○' ? 0 : DIGITS[digit])).join(''));
}

/** The numbers of one character, which are nearly all there are. */
const SINGLE = new Map<string, number>([...Object.entries(DIGITS), ...Object.entries(UNITS)]);
for (let digit = 0; digit <= 9; digit++) SINGLE.set(String(digit), digit);

/** The value of a whole number up to 万: `12`, `１２`, 十二, 一百零五, 二〇二六. Null when the text is no number. */
export function readNumeral(text: string): number | null {
  const single = SINGLE.get(text);
  if (single !== undefined) return single;
  const ascii = halfWidthDigits(text);
  if (/^\d{1,9}$/.test(ascii)) return Number(ascii);
  if (ascii === '' || ascii.length > 12) return null;
  if (/^[〇零一二三四五六七八九]+$/.test(ascii)) {
    return [...ascii].reduce((value, digit) => value * 10 + DIGITS[digit], 0);
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of ascii) {
    if (char in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[char];
    } else if (char in UNITS) {
      section += (digit === null || digit === 0 ? 1 : digit) * UNITS[char];
      digit = null;
    } else if (char === '万') {
      total += (section + (digit ?? 0)) * 10000;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}

/** 1 to 9999 as official texts count: 一 … 十二 … 一百零五. */
export function chineseNumeral(value: number): string {
  if (value <= 0 || value > 9999) return value === 0 ? '〇' : String(value);
  const digits = String(value).split('').map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      gap = text !== '';
      return;
    }
    if (gap) text += '零';
    gap = false;
    text += '〇一二三四五六七八九'[digit] + ['', '十', '百', '千'][digits.length - 1 - index];
  });
  return value >= 10 && value < 20 ? text.slice(1) : text;
}
