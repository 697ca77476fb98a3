import { withoutSpaces } from '#language/character-set';
import { roleOfLabel, type ResponsibilityRole } from '#language/responsibility';

/** What a column of a task table holds. */
export type Column = 'number' | 'task' | 'problem' | 'measure' | 'due' | 'done' | 'other' | ResponsibilityRole;

const HEADS: readonly { words: RegExp; column: Column }[] = [
  { words: /^(?:备注|说明)$/, column: 'other' },
  { words: /^(?:序号|编号|序|№|NO\.?|no\.?)$/, column: 'number' },
  { words: /完成情况|进展情况|进展|整改情况|落实情况|销号|整改结果|办理情况/, column: 'done' },
  { words: /时限|时间|期限|节点|进度安排|完成日期|^月份$|^月度$/, column: 'due' },
  { words: /措施|举措|做法|整改内容|推进计划/, column: 'measure' },
  { words: /问题|不足|短板|隐患|欠薪情况/, column: 'problem' },
  { words: /任务|工作内容|工作事项|事项|项目|内容|目标|工作|承诺|举措/, column: 'task' },
];
/** A longer text is no head of a column. */
const LONGEST_HEAD = 16;

/** What a column holds by the words of its head; null for words that are none. */
export function columnOf(head: string): Column | null {
  const words = withoutSpaces(head);
  if (words === '' || words.length > LONGEST_HEAD) return null;
  return roleOfLabel(words) ?? HEADS.find((each) => each.words.test(words))?.column ?? null;
}

/** Whether the words head a column that a table of tasks has. */
export function isColumnHead(words: string): boolean {
  return words.length <= 10 && columnOf(words) !== null;
}
