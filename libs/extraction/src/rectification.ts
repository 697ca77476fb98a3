import { findDeadlines } from '#language/deadlines';
import { findEnumeration, type Marker } from '#language/markers';
import { sentences } from '#language/sentences';
import { beginsWithAction } from './actions';
import type { Candidate } from './candidate';
import { titleOf } from './candidate';
import { labelsIn } from './labels';
import type { Node } from './outline';
import type { ReportTimes } from './passages';
import { kindOfHeading } from './section-kinds';
import { candidate, isFieldLine, type Place } from './step-items';
import { cutBlock, type Block } from './source-text';

const PROBLEM_HEADING =
  /(?:不[^，。的]{1,4}|未[^，。的]{1,10}|缓慢|滞后|薄弱|缺失|严重|突出|超标|频发|[偏较]?[低少差慢弱高]|老化|断层|弱化|淡化|下滑|不符|损毁|流于形式|宽松软)$|(?:问题|不足|短板|薄弱环节|现象|差距|隐患)(?:”|’)?(?:的)?(?:整改(?:落实)?(?:情况|方面)?)?$|(?:不够|不足|不到位|不强|不高|不严|不深|不实|不力|欠缺|滞后|薄弱|缺失|缺位)[^，]{0,12}(?:问题)?(?:的)?(?:整改(?:情况)?)?$|^(?:关于|针对)[“"].{4,}[”"](?:的)?等?(?:问题)?(?:的)?(?:整改(?:落实)?(?:情况)?)?$|^违[规反]|(?:短板|问题|差距|矛盾|压力|欠账|差异)(?:比较|较为|十分|较)?(?:明显|突出|大|多|凸显|严重)$|(?:有待|亟待|仍需|尚需)[^，。]{2,6}$|单一$/;
/** 进展缓慢 says what is wrong. */
const PREDICATE = /(?:缓慢|滞后|薄弱|不力|不够|不到位|不高|不强|不严|不实|不畅|突出|缺失|弱化|老化|严重)$/;
const DONE =
  /已(?!知)|完成了|开展了|召开了|修订了|制定了|建立了|出台了|印发了|组织了|共(?:开展|清理|排查|整改|召开)|先后|截至|[、，]整改完成|目前.{0,12}(?:完成|到位)/;
/** Words that only tell of what lies ahead; 将 alone may stand for 把. */
const AHEAD =
  /^(?:下一?步|接下来|下一?阶段|今后|后续)|(?:拟|计划|力争|争取|预计)[^，。]{2,}|将(?:继续|持续|进一步|于|在|通过|按照?|坚持|加|积极|会同|组织|开展|推|抓|认真|严格|全面|尽快|适时|不断|力|协调|督促|根据|结合|完成|启动|落实|建立|依法)|待.{2,24}后|^继续|^持续/;
const LIMIT_WORDS = /[前内底末]$|(?:19|20)\d\d年/;

/** Whether a part of a report on rectification is headed by the problem itself: 1.关于…问题的整改, 3.预算编制不够细化. */
export function isSettledProblem(node: Node): boolean {
  const title = node.title.replace(/[。；，]$/, '');
  if (node.marker === null || node.marker.kind === 'part' || title.length < 5 || title.length > 80) return false;
  if (namesAPart(title) || /(?:方面|情况)$/.test(title)) return false;
  if (node.children.some((child) => child.marker !== null && isEntry(child))) return false;
  if (PROBLEM_HEADING.test(title)) return /^(?:关于|针对)/.test(title) || !beginsWithAction(title);
  // In such a part a statement that is neither an action nor a name is what was found.
  const rest = node.block.text.length > node.marker.end + node.title.length + 8 || node.children.length > 0;
  return (
    rest &&
    node.kind !== 'next_steps' &&
    !beginsWithAction(title) &&
    !DONE.test(title) &&
    /[，不未没欠低差少慢]/.test(title)
  );
}

/** 反馈问题整改落实情况 names a part of the report, 程序不规范问题 is what was found. */
function namesAPart(title: string): boolean {
  if (/^(?:关于|针对)/.test(title) || PREDICATE.test(title)) return false;
  const kind = kindOfHeading(title, null)?.kind;
  return kind !== undefined && (kind !== 'problems' || /存在|主要|突出的?问题/.test(title));
}

/** A part that is itself a problem with what came of it; the part above is a group of such. */
function isEntry(node: Node): boolean {
  const title = node.title.replace(/[。；，]$/, '');
  return (
    (PROBLEM_HEADING.test(title) && !beginsWithAction(title) && !namesAPart(title)) ||
    labelsIn(node.block.text).some(({ role }) => role === 'problems')
  );
}

/** Whether a stretch speaks of work still to be done: by words of the future, or by a limit after the day of the report. */
export function isOpen(text: string, times: ReportTimes): boolean {
  if (AHEAD.test(text)) return true;
  const told = times.reportedOn;
  return findDeadlines(text, times.plan).some(
    ({ value, text: words }) => value !== null && LIMIT_WORDS.test(words) && (told === null || value > told),
  );
}

/** 已于2月完成…: done, with nothing left to do. */
export function isDone(text: string, times: ReportTimes): boolean {
  return (
    /^(?:目前|现|均|都|全部|该.{0,8})?已(?:经|于|在|全部|完成|按|对|将|建|组织|开展|印发|制定|出台|投入)/.test(text) &&
    !isOpen(text, times)
  );
}

/** The measures of a part on what came of problems: those still to be done. A marked part counts as a whole. */
export function openMeasures(nodes: readonly (Block | Node)[], place: Place, times: ReportTimes): Candidate[] {
  const found: Candidate[] = [];
  for (const each of nodes) {
    if ('block' in each && each.marker !== null) {
      found.push(...openPart(each, each.marker, place, times));
      continue;
    }
    const block = 'block' in each ? each.block : each;
    if (isFieldLine(block.text)) found[found.length - 1]?.pieces.push(block);
    else found.push(...openSentences(block, 0, block.text.length, place, times));
  }
  return found;
}

function openPart(node: Node, marker: Marker, place: Place, times: ReportTimes): Candidate[] {
  const pieces = [node.block, ...node.children.map(({ block }) => block)];
  if (findEnumeration(node.block.text, marker.end).length > 1)
    return openSentences(node.block, marker.end, node.block.text.length, place, times);
  const parts = sentences(node.block.text, marker.end);
  const whole = parts.map(({ start, end }) => node.block.text.slice(start, end));
  if (
    whole.every((sentence) => isOpen(sentence, times) || !DONE.test(sentence)) &&
    isOpen(node.block.text.slice(marker.end), times)
  )
    return [candidate('next_step', pieces, marker, titleOf(node.block.text.slice(marker.end)), place)];
  return openSentences(node.block, marker.end, node.block.text.length, place, times);
}

/** The runs of open sentences in a stretch; an action right after an open sentence goes on with it. */
export function openSentences(block: Block, start: number, end: number, place: Place, times: ReportTimes): Candidate[] {
  const found: Candidate[] = [];
  let from = -1;
  let to = -1;
  const close = (): void => {
    if (from >= 0 && to - from >= 10) {
      const cut = cutBlock(block, from, to);
      found.push(candidate('next_step', [cut], null, titleOf(cut.text), place));
    }
    from = -1;
  };
  for (const part of sentences(block.text, start, end)) {
    const sentence = block.text.slice(part.start, part.end);
    const open = isOpen(sentence, times) || (from >= 0 && !DONE.test(sentence) && beginsWithAction(sentence));
    if (!open) close();
    else {
      if (from < 0) from = part.start + setting(sentence);
      to = part.end;
    }
  }
  close();
  return found;
}

/** 因征地影响，工程进度滞后，后续将协调…: where the plan itself begins. */
const SETTING =
  /(?:因|由于|受|尚未|未能|滞后)[^。；]*?[，,](?=(?:后续|下一?步|接下来)[^，。；]{0,4}(?:将|拟|计划|预计)[^，。；]{4})/;

function setting(sentence: string): number {
  const found = SETTING.exec(sentence);
  return found === null ? 0 : found.index + found[0].length;
}
