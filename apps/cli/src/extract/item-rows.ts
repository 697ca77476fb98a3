import type { ExtractedItem, ExtractedReport, Extraction, ItemKind } from '#extraction/extraction.types';

export const HEADINGS = [
  '报告',
  '类别',
  '编号',
  '章节',
  '标题',
  '内容',
  '时限',
  '时限原文',
  '责任单位',
  '把握',
] as const;

const KINDS: Readonly<Record<ItemKind, string>> = {
  next_step: '下一步工作',
  problem: '问题',
  cause: '原因',
  pledge: '承诺',
};
const ROLES = { lead: '牵头', responsible: '', supporting: '配合', leader: '领导', person: '责任人' } as const;

/** One row of text for each item, in the order of `HEADINGS`. */
export function rowsOf(found: Extraction): string[][] {
  return found.reports.flatMap((report) => report.items.map((item) => rowOf(report, item)));
}

function rowOf(report: ExtractedReport, item: ExtractedItem): string[] {
  const path = report.sections.find(({ id }) => id === item.sectionId)?.path ?? [];
  return [
    report.title,
    KINDS[item.kind],
    item.ordinal ?? '',
    [...path, ...item.group].join(' › '),
    item.title,
    item.text,
    item.dueOn ?? '',
    item.deadlines.map(({ text }) => text).join('、'),
    item.units.map(({ name, role }) => (ROLES[role] === '' ? name : `${name}（${ROLES[role]}）`)).join('、'),
    item.confidence.toFixed(2),
  ];
}

/** CSV (RFC 4180) with a BOM, which Excel needs to read Chinese. A cell that a spreadsheet would run as a formula gets a leading '. */
export function toCsv(found: Extraction): string {
  const lines = [[...HEADINGS], ...rowsOf(found)].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const SHOWN = [
  { heading: '类别', column: 1, width: 10 },
  { heading: '编号', column: 2, width: 8 },
  { heading: '标题', column: 4, width: 56 },
  { heading: '时限', column: 6, width: 10 },
  { heading: '责任单位', column: 8, width: 24 },
] as const;

/** A table for reading in a terminal, a report after the other. */
export function toTable(found: Extraction): string {
  const parts = found.reports.map((report) => {
    const head = SHOWN.map(({ heading, width }) => fit(heading, width)).join('  ');
    const rows = report.items.map((item) => {
      const row = rowOf(report, item);
      return SHOWN.map(({ column, width }) => fit(row[column], width))
        .join('  ')
        .trimEnd();
    });
    const period = report.period === null ? '' : `（${report.period.label}）`;
    return [`${report.title}${period}：共 ${report.items.length} 项`, head.trimEnd(), ...rows, ''].join('\n');
  });
  return `${[...parts, ...found.warnings.map((warning) => `注意：${warning}`)].join('\n').trimEnd()}\n`;
}

/** Cut or filled to a width in columns; a 汉字 takes two. */
function fit(text: string, width: number): string {
  let used = 0;
  let shown = '';
  for (const char of text.replace(/\s+/g, ' ')) {
    const size = (char.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1;
    if (used + size > width) {
      while (used + 1 > width) {
        const last = [...shown].pop() ?? '';
        shown = shown.slice(0, shown.length - last.length);
        used -= (last.codePointAt(0) ?? 0) > 0x2000 ? 2 : 1;
      }
      shown += '…';
      used += 1;
      break;
    }
    shown += char;
    used += size;
  }
  return shown + ' '.repeat(Math.max(0, width - used));
}
