import { CharacterSet, withoutSpaces } from '#language/character-set';
import { arabicYears } from '#language/numerals';
import { Sieve } from '#language/sieve';
import type { SectionKind } from './extraction.types';

/** Why a stretch of the report is what it is taken for, in words that `why` may carry. */
export interface Reading {
  kind: SectionKind;
  why: string;
}

const AHEAD =
  '(?:下一?步|下一?阶段|下一年度?|下一季度|下季度|下月|今后|今后一个时期|明年|来年|新的一年|下半年|接下来|后续|未来|第?四季度|后一?阶段|后期)';
const PLAN =
  '(?:打算|计划|安排|思路|部署|举措|措施|对策|方向|设想|谋划|要点|目标|任务|工作|重点|建议|考虑|意见|展望|想法|做法)';
const SHORTCOMING = '(?:问题|不足|短板|弱项|困难|差距|薄弱环节|薄弱点|挑战|矛盾|难点|瓶颈|缺点|欠缺)';

/** A character of each of them. */
const OF_SHORTCOMING = '题足板项难距节点战盾瓶缺';

/** What 2026年重点工作 is read for; only the rest of the report tells whether it is done or to be done. */
export const MAIN_WORK = '主要工作';

export interface Cue {
  /** Characters of which one must stand in a heading that the pattern fits. */
  signs: string;
  pattern: RegExp;
  kind: SectionKind | null;
  why: string;
}
/** Read in this order on the words of a heading; `null` says that the words look like a cue and are none. */
export const CUES: readonly Cue[] = [
  {
    signs: '因源',
    pattern: /(?<![及和与、])(?:的)?(?:主要)?(?:原因|成因|根源)(?:分析|剖析|查找)$/,
    kind: 'causes',
    why: '原因',
  },
  {
    signs: '改',
    pattern: /整改(?:工作)?(?:完成|落实|进展|推进)?情况|整改落实情况|整改(?:工作)?成效/,
    kind: 'review',
    why: '整改情况',
  },
  {
    signs: OF_SHORTCOMING,
    pattern: new RegExp(
      `(?:解决|整治|治理|破解|化解|攻坚|防范)[^，。]{0,16}${SHORTCOMING}|(?:整改|反馈|排查|聚焦|针对|关注|围绕|查摆)[^的]{0,10}${SHORTCOMING}`,
    ),
    kind: null,
    why: '',
  },
  {
    signs: '缓滞薄不缺弱老重',
    pattern: /^.{3,}(?:缓慢|滞后|薄弱|不力|不够|不到位|不高|不强|不严|不实|不畅|缺失|弱化|老化|严重)$/,
    kind: null,
    why: '',
  },
  {
    // 正视差距，发展短板不容回避
    signs: OF_SHORTCOMING,
    pattern: new RegExp(
      `(?:^|，)[^，。]{0,8}${SHORTCOMING}(?:依然|仍然|仍|也|还)?(?:不容|不可|不能|亟待|有待|需要|须)[^，。]{2,6}$`,
    ),
    kind: 'problems',
    why: '问题',
  },
  // 采购程序不规范问题, 民生领域尚有短板: one of the problems, not the name of a part.
  {
    signs: '不未没缺滞偏违尚还仍',
    pattern: /(?:不(?!足)|未|没有|缺|滞后|偏|违[规反]|尚有|还有|仍有)[^，。]{1,12}$/,
    kind: null,
    why: '',
  },
  {
    signs: OF_SHORTCOMING,
    pattern: new RegExp(`(?:存在|面临|主要|突出|当前|目前|工作中|尚存|现存|遇到)的?[^，。]{0,10}${SHORTCOMING}`),
    kind: 'problems',
    why: '存在问题',
  },
  {
    signs: OF_SHORTCOMING,
    pattern: new RegExp(`^(?:${SHORTCOMING}){1,2}(?:之处)?(?:$|[及和与、（(：:])`),
    kind: 'problems',
    why: '问题',
  },
  {
    // 工作中的不足 names a part, 网格员力量不足 is one of the problems.
    signs: OF_SHORTCOMING,
    pattern: new RegExp(
      `(?:^|的|中|存在|主要|突出|面临|工作|[及和与、])(?:${SHORTCOMING}|不足之处)(?:[及和与、](?:主要)?(?:原因|${SHORTCOMING})(?:分析)?)*$`,
    ),
    kind: 'problems',
    why: '问题',
  },
  {
    signs: OF_SHORTCOMING,
    pattern: new RegExp(`${SHORTCOMING}[及和与、](?:下一?步|下阶段|改进|整改|对策|建议|打算|努力|今后|意见|措施|原因)`),
    kind: 'problems',
    why: '问题',
  },
  {
    signs: '因源',
    pattern: /(?:原因|成因|根源)(?:分析|剖析|查找)?$|^(?:主要|产生|存在)?原因|(?:剖析|分析)原因/,
    kind: 'causes',
    why: '原因',
  },
  {
    signs: '想求则路标围象势会启验',
    pattern:
      /指导思想|总体要求|总要求|基本原则|总体思路|工作原则|基本思路|总体目标|(?:主要|工作|预期|发展|行动|整治|整改|总体|任务|创建|年度|奋斗)目标$|^目标(?:任务|要求)?$|(?:整治|实施|适用|行动|排查|工作)(?:范围|对象)$|形势(?:分析|任务)?$|面临(?:的)?形势|体会|启示|经验/,
    kind: 'other',
    why: '总体要求',
  },
  {
    signs: '议',
    pattern: /^对?(?:今年|明年|20\d\d年|下一?年度?|今后.{0,6})(?:的)?(?:政府)?工作(?:的)?建议$/,
    kind: 'next_steps',
    why: '工作建议',
  },
  {
    signs: '分需附释见议示',
    pattern:
      /^(?:责任|任务|职责)分工$|其他需要(?:报告|说明)|需要说明的|^附件|^附表|^附录|名词解释|^注释|意见和?建议$|有关建议$|请示事项/,
    kind: 'other',
    why: '其他事项',
  },
  {
    signs: '下今明来新后四',
    pattern: new RegExp(`^(?:我.{0,4})?${AHEAD}(?:[^，。]{0,14}${PLAN}[^，。]{0,6}$|[^，。]{0,4}$|[：:，])`),
    kind: 'next_steps',
    why: '今后工作',
  },
  {
    signs: '下今明来新后四',
    pattern: new RegExp(`[及和与、]${AHEAD}[^，。]{0,12}${PLAN}`),
    kind: 'next_steps',
    why: '今后工作',
  },
  {
    signs: '顾况展效取绩亮法结来',
    pattern:
      /回顾|完成情况|开展情况|落实情况|进展|推进情况|执行情况|成效|取得|成绩|亮点|履职情况|总体情况|基本情况|工作情况|运行情况|主要做法|工作总结|情况汇报|以来/,
    kind: 'review',
    why: '工作情况',
  },
  {
    signs: '算划排想点署路向',
    pattern:
      /(?:工作|整改|改进|学习|发展|任务)(?:的)?(?:打算|计划|安排|设想|谋划|要点|部署|思路)$|打算$|(?:努力|改进|整改|奋斗|工作)(?:的)?方向(?:[及和与](?:整改|改进|主要|工作)?(?:措施|打算|举措))?$/,
    kind: 'next_steps',
    why: '工作打算',
  },
  {
    signs: '措策议法',
    pattern: /(?:整改|改进|对策|解决)(?:的)?(?:措施|对策|建议|办法|举措)$|措施(?:和|及)打算$|对策$/,
    kind: 'next_steps',
    why: '改进措施',
  },
  {
    signs: '求议',
    pattern: /^(?:有关|下一?步|督办|整改|工作|有关工作|督查|落实)+要求$|议定事项$|^会议(?:议定|明确|要求)(?:事项)?$/,
    kind: 'next_steps',
    why: '工作要求',
  },
  {
    signs: '患',
    pattern: /^(?:主要|重大|突出|存在的?主要|存在的?|发现的?)*(?:安全|事故|风险|火灾)?隐患$/,
    kind: 'problems',
    why: '隐患',
  },
  {
    signs: '单容骤排',
    pattern:
      /^(?:主要|重点|目标|工作|年度|今年|行动|整治|整改|整改工作)*(?:任务清单|内容|步骤|实施步骤|方法步骤|进度安排|时间安排|工作步骤|阶段安排)$/,
    kind: 'next_steps',
    why: '任务安排',
  },
  {
    signs: '务工措',
    pattern:
      /^(?:主要|重点|目标|工作|年度|今年)*(?:任务|工作任务|工作重点|重点工作|重点任务|目标任务|工作举措|重点举措|主要举措)(?:和(?:措施|举措|要求))?$/,
    kind: 'next_steps',
    why: '重点任务',
  },
  {
    signs: '工',
    pattern:
      /^(?:前三季度|前三个季度|上半年|一季度|今年|一年来|年度|20\d\d年(?:度|上半年|前三季度)?)[^，。]{0,8}(?:主要|重点|开展的?)?工作$/,
    kind: 'review',
    why: MAIN_WORK,
  },
];

const QUOTES = new CharacterSet('“”"');
const STOPS = new CharacterSet('：:。；;');
const CUES_FOR = new Sieve(CUES.map(({ signs }) => signs));
/** A year that stands for a part: 2024年：聚力攻坚. */
const BARE_YEAR = /^((?:19|20)\d\d)(?:年度?)?(?:$|[：:])/;
const NAMES_YEAR = /年|^(?:19|20)\d\d/;
/** A heading without any of these is no cue. */
const ANY_CUE =
  /分工|问题|不足|短板|弱项|困难|差距|薄弱|挑战|矛盾|难点|瓶颈|缺点|欠缺|原因|成因|根源|整改|指导思想|要求|原则|思路|目标|形势|体会|启示|经验|其他|说明|附[件表录]|名词解释|注释|建议|请示|下一?[步阶年季月]|今后|明年|来年|新的一年|下半年|接下来|后续|未来|四季度|后一?[阶期]|回顾|情况|进展|成效|取得|成绩|亮点|做法|总结|以来|打算|计划|安排|设想|谋划|要点|部署|方向|对策|措施|任务|重点|举措|工作|隐患|事项|步骤|内容|范围|对象/;

/** 2026年工作的总体要求和主要预期目标 sets the frame; the tasks come in another part. */
const DEMANDS = /总体要求|总要求|指导思想|总体思路|预期目标|奋斗目标/;

const YEAR_PLAN =
  /^((?:19|20)\d\d)年(?:度|全年|政府|党建|全区|全县|全市|全省|经济社会发展|的)*[^，。年]{0,10}(?:工作|任务|打算|计划|安排|部署|重点|目标|思路|举措)[^，。]{0,8}$/;

/**
 * What the words of a heading say the part below it is. `reviewedYear` is the year reported on, when known:
 * “2026年主要工作” is a plan in a report on 2025 and a review in one on 2026.
 */
export function kindOfHeading(heading: string, reviewedYear: number | null): Reading | null {
  if (!ANY_CUE.test(heading) && !NAMES_YEAR.test(heading)) return null;
  const plain = withoutSpaces(arabicYears(heading));
  const unquoted = QUOTES.indexIn(plain) < 0 ? plain : plain.replace(/[“”"]/g, '');
  const words = STOPS.at(unquoted, unquoted.length - 1) ? unquoted.slice(0, -1) : unquoted;
  if (words.length < 2 || words.length > 45) return null;
  if (DEMANDS.test(words) && !/任务|安排|举措|重点工作|部署|打算|计划/.test(words))
    return { kind: 'other', why: '总体要求' };
  const year = YEAR_PLAN.exec(words);
  if (year && !/回顾|完成|总结|情况|开展的|成效/.test(words)) {
    if (reviewedYear !== null && Number(year[1]) > reviewedYear) return { kind: 'next_steps', why: `${year[1]}年工作` };
    if (/安排|打算|计划|部署|任务|目标|思路/.test(words)) return { kind: 'next_steps', why: `${year[1]}年安排` };
  }
  // 二、2024年：聚力攻坚、争先进位
  const bare = BARE_YEAR.exec(words);
  if (bare && reviewedYear !== null)
    return Number(bare[1]) > reviewedYear ? { kind: 'next_steps', why: words } : { kind: 'review', why: words };
  // 四、开拓进取，下阶段工作力求新成效 is named by what follows its motto.
  const motto = /^[^，：、]{2,12}[，：]/.exec(words);
  const named = motto === null ? null : kindOfHeading(words.slice(motto[0].length), reviewedYear);
  if (named !== null) return named;
  const cues = CUES_FOR.rulesFor(words);
  const cue = CUES.find(({ pattern }, at) => (cues & (1 << at)) !== 0 && pattern.test(words));
  if (cue !== undefined) return cue.kind === null ? null : { kind: cue.kind, why: cue.why };
  return null;
}

/** Whether a title announces a plan as a whole (工作要点, 实施方案), so that every part is work to come. */
export function isPlanTitle(title: string): boolean {
  // 关于《政府工作报告》重点工作责任分解的通知: what is broken down is no report itself.
  const words = title.replace(/《[^》]*》/g, '');
  return (
    /(?:要点|计划|打算|安排|方案|任务分解表?|责任分解表?|任务分工|分工方案|任务清单|责任清单|重点任务|工作思路|整改台账|工作台账)(?:的通知)?$/.test(
      words,
    ) && !/总结|小结|汇报|报告|情况|回顾/.test(words)
  );
}

/** Whether a line begins what is appended to a report. */
export function beginsAppendix(words: string): boolean {
  return words.length <= 16 && /^(?:附件|附表|附录|名词解释|注释|相关报道|相关链接)/.test(words);
}
