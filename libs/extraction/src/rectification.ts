import { sentences } from '#language/sentences';
import { beginsWithAction } from './actions';
import type { Candidate } from './candidate';
import { titleOf } from './candidate';
import type { Node } from './outline';
import { candidate, type Place } from './step-items';
import { cutBlock, type Block } from './source-text';

const PROBLEM_HEADING =
  /(?:不[^，。的]{1,4}|未[^，。]{1,8}|缓慢|滞后|薄弱|缺失|严重|突出|超标|频发)$|(?:问题|不足|短板|薄弱环节|现象|差距)(?:”|’)?(?:的)?(?:整改(?:落实)?(?:情况|方面)?)?$|(?:不够|不足|不到位|不强|不高|不严|不深|不实|不力|欠缺|滞后|薄弱|缺失|缺位)[^，]{0,12}(?:问题)?(?:的)?(?:整改(?:情况)?)?$/;
const DONE =
  /已(?!知)|完成了|开展了|召开了|修订了|制定了|建立了|出台了|印发了|组织了|共(?:开展|清理|排查|整改|召开)|先后|截至|[、，]整改完成|目前.{0,12}(?:完成|到位)/;
const AHEAD =
  /^(?:下一?步|接下来|下一?阶段|今后|后续)|(?:将|拟|计划|力争|确保)[^，。]{2,}|(?:\d{1,2}月|年)底前|年内|季度[前末底]/;
const FIELD =
  /^[（(【]?(?:整改)?(?:责任|牵头|配合|完成|整改)?(?:单位|部门|领导|责任人|时限|期限|时间|进度|目标|成效|情况)[】]?[：:]/;

/** Whether a part of a report on rectification is headed by the problem itself. */
export function isSettledProblem(node: Node): boolean {
  return (
    node.marker !== null &&
    node.title.length >= 6 &&
    node.title.length <= 70 &&
    PROBLEM_HEADING.test(node.title.replace(/[。；，]$/, ''))
  );
}

/** The measures that are still to be done: sentences that speak of the future and not of what is done. */
export function openMeasures(blocks: Block[], place: Place): Candidate[] {
  const found: Candidate[] = [];
  for (const block of blocks) {
    if (FIELD.test(block.text)) {
      found[found.length - 1]?.pieces.push(block);
      continue;
    }
    let from = -1;
    let to = -1;
    for (const { start, end } of sentences(block.text)) {
      const sentence = block.text.slice(start, end);
      if (DONE.test(sentence) || !(AHEAD.test(sentence) || (from >= 0 && beginsWithAction(sentence)))) continue;
      if (from < 0) from = start;
      to = end;
    }
    if (from >= 0 && to - from >= 10) {
      const cut = cutBlock(block, from, to);
      found.push(candidate('next_step', [cut], null, titleOf(cut.text), place));
    }
  }
  return found;
}
