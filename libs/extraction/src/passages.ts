import { CharacterSet, WHITE_SPACE } from '#language/character-set';
import type { PlanYear } from '#language/plan-year';
import { readNumeral } from '#language/numerals';
import { sentences, type Stretch } from '#language/sentences';
import { beginsWithAction } from './actions';
import type { Day, SectionKind } from './extraction.types';
import { isIntroduction } from './rhetoric';
import { labelsIn, type LabelRole } from './labels';
import type { Block } from './source-text';

/** A stretch of a paragraph that speaks of one thing. `opening` is the sentence or clause that introduces it. */
export interface Passage extends Stretch {
  kind: SectionKind | LabelRole | 'remedy';
  opening: Stretch | null;
  why: string;
}

/** What the report says of its own time, for words that only it can settle. */
export interface ReportTimes {
  /** The year reported on: “2025年，我局将…” is a plan in a report on 2024. */
  reviewedYear: number | null;
  /** The day the report was made; what lies before it is done. */
  reportedOn: Day | null;
  /** What bare dates refer to. */
  plan: PlanYear;
}

const SHORTCOMING = '(?:问题|不足|短板|弱项|困难|差距|距离|薄弱环节|薄弱点|挑战|缺点|欠缺|矛盾|制约)';
const AHEAD = '(?:下一?步|下一?阶段|接下来|今后|明年|来年|下半年|下一年度?|新的一年|下一季度|第?四季度|后续)';

/** A paragraph without any of these words holds nothing but what its section is about. */
const ANY_LEAD =
  /下一?[步阶年季]|接下来|今后|明年|来年|下半年|新的一年|四季度|后续|会议|[\d０-９]年|深知|深感|清醒|感到|突出|还很|不容|不可|不能|存在|面临|仍有|还有|尚有|不足|看到|认识到|原因|问题[：:是]|短板[：:]|(?:引起|需要?|值得|应当?)(?:高度|密切)?(?:关注|重视|警惕)/;

const LEADS = new RegExp(ANY_LEAD, 'g');

const NEXT = new RegExp(
  `^(?:针对[^，。]{0,16}[，,]|对此[，,]|为此[，,]|围绕[^，。]{0,20}[，,])?(?:在)?(?:我.{0,4})?${AHEAD}(?:的?工作)?(?:中|里|时间)?(?:[，,：:]|我.{0,6}(?:将|要|会)|.{0,24}(?:将|要|拟|计划|打算|继续|重点|力争|主要))`,
);
const STRONG_NEXT = /^(?:针对[^，。]{0,16}[，,])?(?:下一?步|下一?阶段|接下来|今后|明年|来年|下一年度?)/;
/** 2025年，我局将…: a plan when that year comes after the one reported on. */
const YEAR_AHEAD =
  /^(?:针对[^，。]{0,20}[，,]|为此[，,])?(?:在)?((?:19|20|２０)[\d０-９]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年(?:度|里|中)?(?:，|,)?.{0,24}(?:将|要|拟|计划|打算|着力|着重|重点|力争|继续)/;
/** 会议要求，区教育局牵头…: what a meeting resolved is to be done. */
const RESOLVED = /^(?:会议|专题会议|常务会议)(?:原则)?(?:明确|要求|决定|议定|确定|商定|同意由)[，,：:由]?/;
/** What a meeting stressed or took note of is no work. */
const SAID = /^会议(?:强调|指出|认为|听取|传达|学习|肯定)/;
/** 我们也清醒地看到，发展质量还不高…: what follows is what is wrong, whatever it is called. */
const SOBER =
  /^(?:(?:同时|当然|但|然而|当前|在[^，。]{2,16}同时)[，,])?(?:我们)?(?:(?:也|还|更)?(?:要|必须|应当?)?(?:清醒|清楚|深刻|客观)地?|(?:也|还|更)(?:要|必须|应当?))(?:看到|认识到|意识到)[^。]{0,80}(?:还|仍|不(?!断|仅|但|懈|负)|未|没有|较|偏|有待)/;
const PROBLEM = new RegExp(
  `(?:存在|看到|认识到|暴露出)(?:着|了|的|到)?[^。；]{0,36}${SHORTCOMING}|(?:仍|还|依然|也|当前|目前)[^。；，]{0,6}面临[^。；，]{0,24}${SHORTCOMING}|(?:仍|还|尚)有[^。；，已]{0,24}(?:${SHORTCOMING}|地方|之处)|^(?:但|然而|同时)[^。；]{0,60}(?:不够|不足|不高|不强|不到位|有差距)`,
);
/** 我们深知形势严峻。 and 问题还很突出：: what follows are the shortcomings themselves. */
const AWARE =
  /^(?:同时|当然|但|然而|[^，。]{0,14}的?同时|与此同时|(?:总结|回顾|对照|反思)[^，。]{0,20})?[，,]?(?:我们|我.{1,2})?(?:也|更|还|要)?(?:清醒|深知|深感|深刻认识到|感到)[^。]{0,40}(?:严峻|压力|挑战|艰巨|不足|差距|困难|问题)[^。]{0,10}[。：:]?$/;
/** 成绩令人鼓舞，问题不容忽视。 */
const NOT_IGNORED =
  /^[^。：:]{0,24}(?:问题|困难|挑战|不足|短板|差距|压力|风险)[^，。：:]{0,6}(?:不容|不可|不能|需要?|应当?|必须|值得|亟待)(?:引起)?(?:我们)?(?:的)?(?:高度|密切)?(?:忽视|回避|轻视|低估|忽略|关注|重视|警惕)(?:[。！]?$|[：:])/;
const STAND_OUT =
  /(?:问题|矛盾|短板|困难|差距)(?:还|也|依然|仍然|仍|比较|较为|十分|很|较)+(?:突出|严峻|多|大|明显|不容忽视|存在)/;
/** What a shortcoming is told with; a sentence that begins with an action and has none of it tells of work. */
const BAD =
  /不|未|没|缺|差|弱|低|难|仍|还|有待|欠|滞后|隐患|突出|问题|压力|风险|短板|薄弱|矛盾|制约|落后|失衡|事故|腐败|缓慢|单一|下滑|严峻|艰巨|流于|形式|迟缓|需要|亟/;
/** 局党组将坚持标准不降，持续抓好整改 after shortcomings tells of them no more. */
const VOW = /^[^，。]{0,12}(?:将|要)(?:坚持|以|把|进一步|继续|持续|高度|认真|正视|切实|采取|直面|努力|坚决)/;
/** 过去一年，我国发展面临…: the setting of what was achieved. */
const SETTING = /^(?:过去|一年来|几年来|[五三]年来|今年以来|20\d\d年以来|刚刚过去|面对|回顾|针对|围绕)/;
/** 不足之处：… names what follows, whatever else the sentence says. */
const LABEL =
  /^(?:存在的?|主要|突出)*(?:问题|不足|短板|困难)(?:之处|和不足|与不足|及不足|有|是|主要是)?[：:]|^(?:不足之处|存在不足|主要表现)(?:是|有|为|在)?[：:]?/;
/** Words of a sentence which does something about problems, or counts those that were found. */
const HANDLED =
  /(?:解决|整治|整改|治理|破解|化解|查找|查摆|聚焦|排查|梳理|督促|处置|反馈|针对|围绕|消除|攻克|发现)[^，。]{0,24}(?:问题|不足|短板|困难|矛盾|薄弱环节)/;
const STILL =
  /仍|还|但|依然|同时|当前|目前|虽|清醒|看到|认识到|主要|一些|不少|不容|对照|距离|与.{1,20}相比|存在不足|诸多|以下/;
const CAUSE =
  /(?:存在|产生|造成|出现|导致|分析|剖析|究其)?[^。；，]{0,16}原因(?:主要)?(?:有|是|在于|分为|如下|包括|为|[：:])|^(?:究其原因|主要原因)|^这?主要(?:是)?(?:因为|由于)/;
const REMEDY =
  /^(?:对此|对于?(?:这些|上述|以上|此)|针对(?:这些|上述|以上|存在的?)|这些(?:问题|困难|不足|都)|(?:上述|以上)(?:问题|不足)|为此|我们(?:一定|将|必须|要)|我.{1,3}将|今后|下一?步|我们.{0,6}正视|问题[^，。]{0,12}[，,]我们)[^。]{0,120}(?:解决|改进|正视|克服|应对|直面|努力|整改|加强|完善|研究|攻克|忧患意识|尽责|履职)/;
/** 改进措施：… after problems. */
const MEASURES = /^(?:下一?步)?(?:改进|整改|解决|工作)?(?:措施|举措|对策|打算|安排|方向)(?:如下|有|是)?[：:]/;
const ALREADY_REMEDIED =
  /已(?:通过|经|全部|完成|采取|按|逐一|于|及时)[^。]{0,60}(?:改进|整改|解决|到位|完善|落实)|^(?:针对|对)(?:这些|上述|以上|存在的?)[^，。]{0,14}(?:问题|不足)?[，,][^。]{0,30}(?:已|了)/;

/**
 * The passages of a paragraph, in order, covering it from `from` to its end. `kind` is what the paragraph is by its section;
 * labels (存在问题：…整改措施：…) and lead words turn it: “目前…仍存在…主要有：一是…。下步工作中，我区将…” holds problems and then next steps.
 */
export function passagesOf({ text, colon }: Block, from: number, kind: SectionKind, times: ReportTimes): Passage[] {
  if (!colon) return turnsOf(text, from, text.length, kind, times);
  let trouble = kind === 'problems' || kind === 'causes' || kind === 'next_steps';
  const labels = labelsIn(text, from).filter(({ role, weak }) => {
    if (role === 'problems' || role === 'causes') trouble = true;
    return !weak || trouble;
  });
  if (labels.length === 0 || labels.every(({ role }) => role === 'field' || role === 'goal'))
    return turnsOf(text, from, text.length, kind, times);
  const passages = labels[0].start > from ? turnsOf(text, from, labels[0].start, kind, times) : [];
  labels.forEach(({ role, start, end }, index) => {
    const to = labels[index + 1]?.start ?? text.length;
    const last = passages[passages.length - 1];
    if (role === 'field' && last !== undefined) {
      // 责任单位：… belongs to what stands before it.
      last.end = to;
      return;
    }
    const opening = { start, end };
    const why = `label:${text.slice(start, end).replace(/[：:\s　]+$/, '')}`;
    if (role !== 'problems' && role !== 'causes') passages.push({ kind: role, opening, start: end, end: to, why });
    else {
      const inner = turnsOf(text, end, to, role, times);
      if (inner.length === 0) inner.push({ kind: role, opening, start: end, end: to, why });
      passages.push({ ...inner[0], opening: inner[0].opening ?? opening, why }, ...inner.slice(1));
    }
  });
  return passages;
}

/** The passages of a stretch by its lead words. */
function turnsOf(text: string, from: number, to: number, kind: SectionKind, times: ReportTimes): Passage[] {
  const rest = (start: number, end: number): Passage => ({ kind, opening: null, start, end, why: '' });
  if (kind === 'next_steps' || !mayTurn(text, from, to, kind, times)) return from < to ? [rest(from, to)] : [];
  const passages: Passage[] = [];
  let open = rest(from, from);
  const begin = (passage: Passage): void => {
    if (open.end > open.start) passages.push(open);
    open = passage;
  };
  for (const { start, end } of sentences(text, from, to)) {
    const sentence = text.slice(start, end);
    const inTrouble: boolean = open.kind !== kind || kind === 'problems' || kind === 'causes';
    const lead: Lead | null = inTrouble || ANY_LEAD.test(sentence) ? readLead(sentence, open.kind, times) : null;
    if (lead === null) {
      // Lead words inside a review hold as long as shortcomings are told.
      const over = (beginsWithAction(sentence) && !BAD.test(sentence)) || VOW.test(sentence);
      if (open.kind === 'problems' && kind !== 'problems' && over) {
        begin(rest(start, end));
      } else open.end = end;
      continue;
    }
    const at = lead.contentAt === null ? end : start + lead.contentAt;
    const opening = lead.contentAt === 0 ? null : { start, end: at };
    if (lead.kind === open.kind && passages.length + (open.end > open.start ? 1 : 0) > 0 && lead.kind !== kind) {
      open.end = end;
      continue;
    }
    begin({ kind: lead.kind, opening, start: at, end, why: lead.why });
  }
  const opened = open;
  begin(rest(to, to));
  // A lead that ends the paragraph opens what follows it.
  if (opened.start >= opened.end && opened.opening !== null) passages.push(opened);
  return passages.length === 0 ? [rest(from, to)] : passages;
}

const SENTENCE_ENDS = new CharacterSet('。！？\n');
const CLOSERS = new CharacterSet('”’）)');

/** Looks at the sentences with lead words only; a paragraph that does not turn, which is nearly every one, is not cut at all. */
function mayTurn(text: string, from: number, to: number, kind: SectionKind, times: ReportTimes): boolean {
  if (kind === 'problems' || kind === 'causes') return true;
  const stretch = to < text.length ? text.slice(0, to) : text;
  LEADS.lastIndex = from;
  for (let match = LEADS.exec(stretch); match; match = LEADS.exec(stretch)) {
    let start = match.index;
    while (start > from && !SENTENCE_ENDS.at(text, start - 1)) start--;
    const stop = SENTENCE_ENDS.indexIn(text, LEADS.lastIndex, to);
    const end = stop < 0 ? to : stop;
    while (CLOSERS.at(text, start) || WHITE_SPACE.at(text, start)) start++;
    if (readLead(text.slice(start, Math.min(end + 1, to)), kind, times) !== null) return true;
    LEADS.lastIndex = end;
  }
  return false;
}

/** 以上问题，究其根源，主观上是…; 产生上述问题，既有客观因素，更有主观原因 */
const REASONS =
  /(?:原因(?:是多方面的)?|究其(?:根源|原因|缘由|根本)|(?:产生|造成|存在|出现|导致)(?:这些|上述|以上)的?(?:问题|不足|现象))[，,](?=既有|既是|固然|主要|一是|一方面|首先|其一|客观|主观|有)/;

interface Lead {
  kind: Passage['kind'];
  /** Where in the sentence its own content begins; null when all of it is introduction. */
  contentAt: number | null;
  why: string;
}

function readLead(sentence: string, current: Passage['kind'], times: ReportTimes): Lead | null {
  const inTrouble = current === 'problems' || current === 'causes' || current === 'remedy';
  if (inTrouble && ALREADY_REMEDIED.test(sentence)) return { kind: 'remedy', contentAt: 0, why: '已整改' };
  const label = inTrouble ? MEASURES.exec(sentence) : null;
  if (label !== null) {
    const contentAt = label[0].length < sentence.length ? label[0].length : null;
    return { kind: 'next_steps', contentAt, why: '改进措施' };
  }
  if (SAID.test(sentence)) return { kind: 'remedy', contentAt: 0, why: '会议强调' };
  const next = speaksOfPlans(sentence, times);
  if (/^(?:这些|上述|以上)?(?:存在的?)?问题的(?:产生|存在|出现|形成)/.test(sentence) && !/：/.test(sentence)) {
    return { kind: 'causes', contentAt: 0, why: '原因' };
  }
  if (/^(?:造成|产生|存在|出现|导致)(?:这些|上述|以上)(?:问题|不足)[，,][^。]{4,40}原因。?$/.test(sentence)) {
    return { kind: 'causes', contentAt: null, why: '原因' };
  }
  const reasons = REASONS.exec(sentence);
  if (reasons !== null) return { kind: 'causes', contentAt: reasons.index + reasons[0].length, why: '原因' };
  if (inTrouble && REMEDY.test(sentence) && !isRealPlan(sentence, next))
    return { kind: 'remedy', contentAt: 0, why: '表态' };
  if (next && isIntroduction(sentence)) return { kind: 'next_steps', contentAt: null, why: '下一步' };
  if (next) return { kind: 'next_steps', contentAt: 0, why: STRONG_NEXT.test(sentence) ? '下一步' : '今后' };
  if (/原因|因为|由于/.test(sentence) && CAUSE.test(sentence) && !/原因(?:之一|是多方面的)?[，,]/.test(sentence)) {
    return { kind: 'causes', contentAt: afterColon(sentence, CAUSE), why: '原因' };
  }
  if (current !== 'problems' && LABEL.test(sentence) && !HANDLED.test(sentence)) {
    return { kind: 'problems', contentAt: problemContent(sentence), why: '存在问题' };
  }
  if (current !== 'problems' && SOBER.test(sentence) && !/必须坚持|深刻体会/.test(sentence)) {
    return { kind: 'problems', contentAt: problemContent(sentence), why: '存在问题' };
  }
  // 存在上述问题，主要有以下原因 goes on with the causes.
  if (current === 'causes' && /(?:上述|以上|这些|存在的?)问题/.test(sentence)) {
    return { kind: 'causes', contentAt: afterColon(sentence, /问题/), why: '原因' };
  }
  if ((current === 'review' || current === 'problems') && AWARE.test(sentence) && sentence.length < 60) {
    return {
      kind: 'problems',
      contentAt: problemContent(sentence) === 0 ? null : problemContent(sentence),
      why: '存在问题',
    };
  }
  const ignored = current === 'review' ? NOT_IGNORED.exec(sentence) : null;
  if (ignored !== null) {
    const contentAt = ignored[0].length < sentence.length ? ignored[0].length : null;
    return { kind: 'problems', contentAt, why: '存在问题' };
  }
  if (current === 'review' && STAND_OUT.test(sentence) && !SETTING.test(sentence) && !HANDLED.test(sentence)) {
    return { kind: 'problems', contentAt: problemContent(sentence), why: '存在问题' };
  }
  if (
    current !== 'problems' &&
    PROBLEM.test(sentence) &&
    (!HANDLED.test(sentence) || /仍|还[存有]|依然/.test(sentence)) &&
    STILL.test(sentence) &&
    (!SETTING.test(sentence) || /(?:仍|还|也)(?:存在|有|面临)|看到|认识到|主要表现在/.test(sentence)) &&
    !/(?:部分|章节)(?:组成|构成)|依次包括/.test(sentence)
  ) {
    return { kind: 'problems', contentAt: problemContent(sentence), why: '存在问题' };
  }
  if (current === 'problems' && (PROBLEM.test(sentence) || LABEL.test(sentence)) && isBareLead(sentence)) {
    return { kind: 'problems', contentAt: problemContent(sentence), why: '存在问题' };
  }
  return null;
}

/** 下半年 and 明年 at the head of a sentence tell of plans, unless the sentence says what was done. */
function speaksOfPlans(sentence: string, { reviewedYear }: ReportTimes): boolean {
  const resolved = RESOLVED.exec(sentence);
  if (resolved !== null) return true;
  const year = YEAR_AHEAD.exec(sentence);
  if (year !== null) {
    const stated = readNumeral(year[1]) ?? 0;
    if (reviewedYear === null ? /将|打算|计划/.test(sentence) && !/已|了|同比/.test(sentence) : stated > reviewedYear)
      return true;
  }
  if (!NEXT.test(sentence)) return false;
  return (
    STRONG_NEXT.test(sentence) ||
    (/将|要|拟|计划|打算|继续|力争|重点|着力|努力/.test(sentence) && !/已|了|同比|增长\d/.test(sentence))
  );
}

/** “我们将采取有力措施加以解决” promises nothing in particular; a plan is longer or has more than one action. */
function isRealPlan(sentence: string, next: boolean): boolean {
  if (!next) return false;
  const generic = /(?:解决|改进|克服|应对|整改)[^，。]{0,6}[。]?$/.test(sentence);
  return !(generic && sentence.length < 70) && sentence.length > 30;
}

/** 二是…还有薄弱环节 is a problem of its own, however short it says so. */
const COUNTED =
  /^\s*(?:[一二三四五六七八九十]+[是、]|第[一二三四五六七八九十]+[，,、]|其[一二三四五六七八九十]|[首其再]次)/;

/** A sentence of a problems part that only introduces: it ends with a colon or says no more than that there are problems. */
function isBareLead(sentence: string): boolean {
  if (COUNTED.test(sentence)) return false;
  return /[：:]/.test(sentence) || new RegExp(`${SHORTCOMING}[^，。]{0,6}[。]?$`).test(sentence);
}

/** Where the shortcomings themselves begin: after the colon; at once when the sentence itself names them; null when the next sentence does. */
function problemContent(sentence: string): number | null {
  const colon = colonAfter(
    sentence,
    /问题|不足|短板|弱项|困难|差距|缺点|欠缺|压力|环节|表现|有|是|挑战|看到|认识到|意识到/,
  );
  if (colon !== null) return colon >= sentence.length ? null : colon;
  const marker = /[，,](?=一是|首先|第一|（一）|其一|1[.、])/.exec(sentence);
  if (marker) return marker.index + 1;
  const introduces = new RegExp(
    `(?:存在|面临|仍有|还有|尚有|看到|认识到)[^。；，]{0,22}(?:一些|不少|诸多|以下|如下|许多|一定的?|不容忽视的?|突出|困难和|问题和|不足和|短板和)[^。；，]{0,16}${SHORTCOMING}?[^，。；]{0,8}(?:[，,](?:主要|还需|需要|有待)[^，。]{0,20})?[。：:]?$`,
  ).test(sentence);
  if (WEAK_LINKS.test(sentence)) return null;
  const chiefly =
    /[，；,;](?:比如|例如|诸如|如(?![下何])|(?:主要|突出)(?:是|表现为|表现在|体现在|有))(?=[^，。]{5})/.exec(sentence);
  if (chiefly !== null) return chiefly.index + chiefly[0].length;
  if (introduces) return null;
  const seen = /^[^。；]{0,30}?(?:看到|认识到|意识到)[，,](?=[^。]{8})/.exec(sentence);
  if (seen !== null) return seen[0].length;
  // 与要求相比还有差距，有的问题整改不够彻底: the gap is told by what follows.
  const gap = GAP.exec(sentence);
  return gap === null ? ownClause(sentence) : gap.index + gap[0].length;
}

/** 但工作中还存在薄弱环节。 says no more than that; 审读把关存在薄弱环节 says where. */
const WEAK_LINKS = /^[^，。]{0,12}(?:存在|还有|仍有)[^，。]{0,8}薄弱环节[^，。；]{0,4}[。：]?$/;

const GAP =
  /^(?:[^，。；]{0,24}[，,])?(?:但|但是)?(?:与|同|离|距|对照|对标)[^，。；]{2,30}[，,]?(?:还|仍)(?:有|存在)[^，。；]{0,6}(?:差距|不足|距离)[，,：](?!需要|有待|主要)(?=.{6})/;

/** 今年以来工作稳步推进，但也存在A、B的问题: the clause that names them, when what comes before only sets the scene. */
function ownClause(sentence: string): number {
  const clause =
    /[，,](?=(?:但|然而|同时)?(?:也|还|仍|依然|仍然)?(?:不同程度)?(?:地)?存在[^，。；]{6,}(?:问题|不足|现象|情况|短板)[^，。；]{0,2}[。；]?$)/.exec(
      sentence,
    );
  if (clause !== null) return clause.index + 1;
  // 取得了阶段性成果，但少数同志认识不足: the praise before 但 is no part of it.
  const but = /(?:成效|成绩|成果|进展|推进|提升|加强|改善|进步)[，,](?=但)/.exec(sentence);
  return but === null ? 0 : but.index + but[0].length;
}

function afterColon(sentence: string, lead: RegExp): number | null {
  const found = lead.exec(sentence);
  if (!found) return 0;
  const colon = colonAfter(sentence, /./);
  if (colon !== null) return colon >= sentence.length ? null : colon;
  const marker = /[，,](?=一是|首先|第一|其一|一方面)/.exec(sentence);
  return marker ? marker.index + 1 : found.index + found[0].length;
}

function colonAfter(sentence: string, before: RegExp): number | null {
  const colon = sentence.search(/[：:]/);
  if (colon < 0 || !before.test(sentence.slice(Math.max(0, colon - 12), colon))) return null;
  let at = colon + 1;
  while (at < sentence.length && /\s/.test(sentence[at])) at++;
  return at;
}
