import { CharacterSet, withoutSpaces } from '#language/character-set';
import { readMarker } from '#language/markers';
import { readPeriod } from '#language/periods';
import { lowestNameIn } from '#language/unit-names';
import { kindOfHeading } from './section-kinds';
import type { Block } from './source-text';

/** Where a report begins in the list of blocks and what its head says. */
export interface ReportHead {
  /** The first block of the report: its title. */
  first: number;
  /** The first block after the title lines. */
  body: number;
  title: string;
}

const TITLE_END =
  '(?:汇报|总结|报告|年报|汇报材料|述职|要点|计划|方案|打算|安排|情况说明|自查报告|整改台账|工作台账|任务分解表?|任务清单|整改清单|问题清单|责任清单|重点任务|小结|情况通报|综述|发言材料|交流材料|材料|检查|剖析|意见)';
const TITLE = new RegExp(
  `^[^。；！？!?：]{0,64}${TITLE_END}(?:(?:（|\\()[^）)]{1,24}(?:）|\\)))?(?:[—-]{1,4}.{0,60})?$`,
);
/** What a title can end with; looked at before the whole pattern, for every line of a text. */
const LAST_OF_TITLE = new CharacterSet('报告结料职点划案算排明账表单务述查析见）)');
/** Mentions of a report inside a text: attachments, captions, lists of files. */
const NO_TITLE =
  /^(?:附件?|附表|来源|时间|作者|责任编辑|相关|下载|图|表|第|请|现将|听取|审议|作|——|--|一是|关于印发)|^.{0,12}(?:(?<!工)作|做|听取|审议)了?.{0,12}报告/;
const SUBTITLE =
  /^[（(—-]|^20\d\d年\d{1,2}月\d{1,2}日$|^.{1,30}(?:党委|党组|支部|局|委员会|办公室|政府|市长|省长|县长|区长|书记|主任|院长|校长)[\s　]*.{0,6}$/;

/** The heads of the reports in a file. A file without any title is one report named by its first line. */
export function reportHeads(blocks: readonly Block[]): ReportHead[] {
  const heads: ReportHead[] = [];
  blocks.forEach((_block, index) => {
    const last = heads[heads.length - 1];
    if (last !== undefined && index < last.body) return;
    if (!isTitle(blocks, index)) return;
    if (last !== undefined && !startsAnew(blocks, last, index)) return;
    heads.push(headAt(blocks, index));
  });
  if (heads.length === 0 && blocks[0]?.cell !== undefined) {
    // A table without any title.
    heads.push({
      first: 0,
      body: 0,
      title: blocks.find(({ cell }) => cell === undefined)?.text.slice(0, 60) ?? '任务表',
    });
  } else if (heads.length === 0 && blocks.length > 0) {
    const title = blocks[0].text.split(/[。\s　]/)[0].slice(0, 60);
    heads.push({
      first: 0,
      body: blocks[0].text.length <= 60 && readMarker(blocks[0].text) === null && blocks.length > 1 ? 1 : 0,
      title,
    });
  }
  return heads;
}

function isTitle(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block.cell !== undefined || block.text.length > 130) return false;
  if (!mayBeTitle(block.text)) return false;
  const words = withoutSpaces(block.text);
  if (words.length < 4 || NO_TITLE.test(words) || !TITLE.test(words)) return false;
  if (readMarker(block.text) !== null || (block.heading !== undefined && block.heading > 0)) return false;
  return blocks.length > index + 1;
}

function mayBeTitle(text: string): boolean {
  return LAST_OF_TITLE.at(text, text.trimEnd().length - 1) || text.includes('—') || text.includes('--');
}

/** A further title begins another report when the one before has had its text and another text follows. */
function startsAnew(blocks: readonly Block[], last: ReportHead, index: number): boolean {
  const text = (from: number, to: number): boolean =>
    blocks.slice(from, to).some((block) => block.text.length >= 40 && /[。；]/.test(block.text));
  if (!text(last.body, index) || !text(index + 1, index + 6)) return false;
  const words = withoutSpaces(blocks[index].text);
  // 2027年工作安排 heads a part of the report that is open.
  if (words.length <= 18 && kindOfHeading(words, null) !== null && !/汇报|报告|述职|[（(]/.test(words)) return false;
  return (
    readPeriod(words) !== null ||
    /关于|述职|[（(].{1,20}[）)]$/.test(words) ||
    words === last.title ||
    words.length <= 26
  );
}

function headAt(blocks: readonly Block[], index: number): ReportHead {
  let first = index;
  let title = withoutSpaces(blocks[index].text).replace(/(?:——|--|(?<!\d)—).*$/, '');
  // 淮安市人民政府 ⏎ 2024年政府信息公开工作年度报告: a title set in two lines.
  const before = blocks[index - 1];
  if (
    before !== undefined &&
    before.end + 1 >= blocks[index].start &&
    isFirstTitleLine(before.text) &&
    index - 1 >= 0
  ) {
    first = index - 1;
    title = withoutSpaces(before.text) + title;
  }
  let body = index + 1;
  while (body < blocks.length - 1 && body - index < 5 && isSubtitle(blocks[body].text)) body++;
  return { first, body, title };
}

function isFirstTitleLine(text: string): boolean {
  const words = withoutSpaces(text);
  return (
    words.length >= 3 &&
    words.length <= 24 &&
    !/[。，；：！？、]/.test(words) &&
    /(?:人民政府|委员会|局|办公室|厅|党委|党组|公司|大学|学院|医院|街道|镇|乡|关于.*|支部|法院|检察院)$/.test(words)
  );
}

function isSubtitle(text: string): boolean {
  return (
    text.length <= 50 && !/[。；：，]/.test(text) && readMarker(text) === null && SUBTITLE.test(withoutSpaces(text))
  );
}

/** A line that is nothing but a body's name: 市生态环境局. */
const BODY_NAME =
  /^[一-鿿]{2,22}(?:人民政府|委员会|局|办公室|厅|党委|党组|公司|大学|学院|医院|街道|办事处|镇|乡|支部|法院|检察院|中心)$/;
/** Who reports: the words in brackets at the title's end, or what the title names before its year or kind. */
export function issuerOf(title: string, lines: readonly string[], organisation: readonly string[]): string | null {
  const names = organisation.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const known = (words: string): string | null => lowestNameIn(words, names) ?? null;
  const bracket = /[（(]([^（）()]{2,20})[）)]$/.exec(title)?.[1];
  if (bracket !== undefined && !/审议稿|讨论稿|征求意见|草案|送审|\d/.test(bracket)) return bracket;
  const named = known(title);
  if (named !== null) return named;
  const before =
    /^(?:20\d\d年度?)?(?:关于)?([^年]{2,22}(?:人民政府|政府|委员会|办公室|局|厅|党委|党组|公司|大学|学院|中学|小学|医院|街道|镇|乡|支部|法院|检察院|中心|委|部|馆|站|所|队|协会|联合会|园|社|工委|办事处))(?:关于)?(?:20\d\d|.{0,10}年|二〇|.{0,20}(?:工作|情况|总结|报告|汇报))/.exec(
      title,
    )?.[1];
  if (before !== undefined && !/^20\d\d/.test(before)) return before;
  const inside = /20\d\d年度?(.{2,10}?(?:省|市|县|区|州|旗))(?:人民)?政府工作报告/.exec(title)?.[1];
  if (inside !== undefined) return `${inside}人民政府`;
  for (const line of lines) {
    if (line.length <= 24 && BODY_NAME.test(line) && line !== title) return withoutSpaces(line);
    const speaker =
      /^(.{2,24}?(?:人民政府|国务院|法院|检察院|委员会|局|办公室|街道|镇|乡|公司|学院|大学|中学|小学|医院|中心|支部))[\s　]*(?:党委|党组|党工委|党支部)?(?:代)?(?:省长|市长|县长|区长|州长|旗长|主席|总理|院长|检察长|主任|局长|书记|校长|经理|董事长|镇长|乡长)/.exec(
        withoutSpaces(line),
      )?.[1];
    if (speaker !== undefined) return speaker.replace(/^.*会议上/, '');
    if (line.length < 60) {
      const found = known(line);
      if (found !== null) return found;
    }
  }
  return null;
}
