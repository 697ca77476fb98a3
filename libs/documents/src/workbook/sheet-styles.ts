import { eachXmlEvent } from '../archive/xml-events';
import { sectionsOf, type Piece } from './format-code';

const MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const DATE = 'yyyy"年"m"月"d"日"';
const CLOCK = 'h"时"mm"分"';
const HALF_DAY = '上午/下午h"时"mm"分"';
/** The formats that files name by number only (ECMA-376, 18.8.30), as a Chinese spreadsheet shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: DATE,
  32: CLOCK,
  33: 'h"时"mm"分"ss"秒"',
  34: HALF_DAY,
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: MONTH,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: MONTH,
  51: MONTH_DAY,
  52: MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: HALF_DAY,
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: MONTH,
  58: MONTH_DAY,
};

/** The number formats of a workbook's cells. */
export class SheetStyles {
  private readonly own = new Map<number, string>();
  private readonly cells: number[] = [];
  private readonly read = new Map<number, Piece[][]>();

  constructor(xml: Uint8Array | null) {
    if (xml === null) return;
    let inCells = false;
    eachXmlEvent(xml, {
      open: (name, attributes) => {
        if (name === 'numFmt') this.own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) this.cells.push(Number(attributes.numFmtId ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    });
  }

  /** The format of a cell whose style has this number, by sections; General when nothing else is said. */
  formatOf(style: string): Piece[][] {
    const id = this.cells[Number(style)] ?? 0;
    const sections = this.read.get(id) ?? sectionsOf(this.own.get(id) ?? BUILT_IN[id] ?? 'General');
    this.read.set(id, sections);
    return sections;
  }
}
