import {
  LineRuleType,
  convertMillimetersToTwip as twips,
  type IFontAttributesProperties,
  type ISpacingProperties,
} from 'docx';

/**
 * GB/T 9704-2012 党政机关公文格式: A4, margins 37 mm at the top (天头) and 28 mm on the left (订口), 版心 156 × 225 mm, 22 lines of
 * 28 characters 三号仿宋, titles 二号小标宋. Fonts are named, never embedded.
 */
const LINE_POINTS = 28.95;

export const MARGINS = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
/** A page on its side is bound like the others (§9): the head of its table lies at the binding edge. */
export const SIDEWAYS_MARGINS = { top: MARGINS.left, bottom: MARGINS.right, left: MARGINS.bottom, right: MARGINS.top };
/** From the edge of the page to its number: 7 mm below 版心 (§7.5), closer on a page on its side, whose table ends lower. */
export const EDGES = { header: twips(15), footer: twips(23), gutter: 0 };
export const SIDEWAYS_EDGES = { ...EDGES, footer: twips(14) };
/** A4 as Word itself writes it. */
export const PAGE = { width: 11906, height: 16838 };
/** Widths of 版心, in millimetres. */
export const TEXT_WIDTH = { upright: 156, sideways: 225 };

/** 字号 in half points. */
export const SIZE = { 二号: 44, 三号: 32, 四号: 28, 五号: 21, 小五: 18 };

const font = (eastAsia: string, latin = 'Times New Roman'): IFontAttributesProperties => ({
  ...{ ascii: latin, hAnsi: latin, cs: latin },
  eastAsia,
  hint: 'eastAsia',
});
export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  first: font('黑体'),
  second: font('楷体_GB2312'),
  page: font('宋体', '宋体'),
};

/** Lines of exactly so many points: a grid would be read differently by Word, WPS and LibreOffice. */
export const lines = (points = LINE_POINTS): ISpacingProperties => ({
  line: Math.round(points * 20),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});
/** 三号 is 16 points wide; 28 of them fit 156 mm only when each gives a quarter of a point. */
export const TIGHT = -5;
export const TWO_CHARACTERS = { firstLine: 640, firstLineChars: 200 };
export { twips };
