import { CharacterSet, withoutSpaces } from './character-set';
import { Taken } from './taken';

/** 牵头 lead · 责任/承办 responsible · 配合 supporting · 责任领导 leader · 责任人 person. */
export type ResponsibilityRole = 'lead' | 'responsible' | 'supporting' | 'leader' | 'person';

export interface Responsibility {
  name: string;
  role: ResponsibilityRole;
  /** The words it was read from. */
  text: string;
  start: number;
  end: number;
}

interface Label {
  words: RegExp;
  role: ResponsibilityRole;
}
/** What stands before a colon or in a table head. The first that fits decides. */
const LABELS: readonly Label[] = [
  {
    words:
      /^(?:牵头|主办|主责|主要责任|第一责任|首问)(?:责任)?(?:单位|部门|科室|处室|股室|乡镇|街道)(?:（部门）)?$|^牵头$|^主责(?:单位)?$/,
    role: 'lead',
  },
  {
    words: /^(?:配合|协办|协助|参与|协同|支持|联办|会办)(?:责任)?(?:单位|部门|科室|处室|股室)$|^配合$/,
    role: 'supporting',
  },
  {
    words:
      /^(?:责任|分管|包案|挂点|挂钩|包保|牵头|督办|包联|联系|市级|县级|区级|主管|挂帅|包抓|督导)(?:市|县|区|校|院|局|党委|责任)?领导$|^领导$/,
    role: 'leader',
  },
  {
    words: /^(?:直接|具体|整改|第一|主要)?(?:责任|负责|经办|承办|落实|联系|办理)人(?:员)?$|^具体负责$/,
    role: 'person',
  },
  {
    words:
      /^(?:整改|主体|具体|直接)?(?:责任|承办|负责|落实|实施|办理|整改|建设|承接|执行)(?:责任)?(?:单位|部门|科室|处室|股室|主体|党组织|支部)(?:[及和、/](?:责任人|负责人))?$/,
    role: 'responsible',
  },
];

const LAST_OF_LABEL = new CharacterSet('位门室镇道头责合导人员体织部）)');

/** The role that a label or a table head gives to the names under it; null for any other words. */
export function roleOfLabel(label: string): ResponsibilityRole | null {
  const plain = withoutSpaces(label).replaceAll('*', '');
  if (!LAST_OF_LABEL.at(plain, plain.length - 1)) return null;
  const words = plain.replace(/[（(].*[）)]$/, '');
  return LABELS.find((entry) => entry.words.test(words))?.role ?? null;
}

const LONGEST_LABEL = 14;
const LABEL_CHARACTER = /[一-鿿、/]/;
/** A list of names ends at the end of a statement or where the next label begins. */
const LIST_END = /[;；](?![^；。：:\n]{2,20}(?:[；。\n]|$))|[。\n】\]]|[\s，,、；][一-鿿]{2,6}[:：]/;
/** A public body's name ends with one of these. */
const BODY =
  '(?:局|办|委|部|院|厅|处|科|股|所|署|中心|街道|镇|乡|政府|公司|集团|学校|中学|小学|学院|大学|医院|组|会|站|队|支队|大队|支部|党委|党组|党工委|办公室|室|社区|村|单位|部门|银行|法院|检察院|园区|管委会|总工会|妇联|科协|工会|团委|残联|文联|工商联|办事处|各?县区|各?乡镇|各?街道|指挥部|专班|工委|纪委|县委|市委|区委|县政府|留守处|海关|分行|支行)';
/** Who answers by office: 由系主任负责. */
const OFFICE = '(?:书记|主任|所长|院长|校长|局长|处长|科长|股长|站长|组长|镇长|乡长|委员|负责人|负责同志)';
const NAME = `(?:各(?:县|市|镇|乡|区|旗)[（(][^）)]{1,8}[）)](?:(?:人民)?政府|党委)?|[一-鿿A-Za-z“](?:[一-鿿A-Za-z（）()·“”]{0,17}?)(?:${BODY}|${OFFICE}))(?:（(?:街道|镇|乡|园区|场)）)?(?:等(?:相关|有关)?(?:单位|部门)?)?`;
const LIST = `${NAME}(?:[、，,/和及与 ]+${NAME}){0,20}`;

interface Phrase {
  /** One of these words stands in every text that the pattern fits. */
  words: readonly string[];
  pattern: RegExp;
  role: ResponsibilityRole;
}
/** What a named body does when the work is its own. */
const OWN_WORK =
  '(?:具体)?(?:负责|承办|承担|组织实施|组织|落实|指导|统筹|提出|作为|会同|跟踪|督办|制定|拟定|起草|办理|审核|汇总|严把|把关|解决|推进)';
const STARTS = '(?<=^|[，,；;。：:（(\\s])';

const PHRASES: readonly Phrase[] = [
  { words: ['牵头', '主办'], pattern: new RegExp(`由(${LIST})(?=(?:负责)?(?:牵头|主办|总牵头))`, 'g'), role: 'lead' },
  {
    words: ['牵头', '主办'],
    pattern: new RegExp(`${STARTS}(?!由)(${LIST})(?=(?:负责)?(?:牵头|主办)(?!比例|项目|数|人|制|的))`, 'g'),
    role: 'lead',
  },
  { words: ['由'], pattern: new RegExp(`由(${LIST})(?=${OWN_WORK})`, 'g'), role: 'responsible' },
  // 由区住建局责令停工: a full name needs no particular verb.
  {
    words: ['由'],
    pattern: new RegExp(
      `由([一-鿿]{1,12}?(?:局(?![部面势限])|委员会|办公室|街道办|人民政府|支队|大队|管委会))(?=(?!的|等|及|和|与|、|同意|主管|授权)[一-鿿])`,
      'g',
    ),
    role: 'responsible',
  },
  {
    words: ['负责', '承办'],
    pattern: new RegExp(
      `${STARTS}(?!由)(${LIST})(?=(?:按职责分工|分别|具体|按职责|按各自职责)?(?:负责|承办)(?!人|任|制|同志|的|单位|部门))`,
      'g',
    ),
    role: 'responsible',
  },
  {
    words: ['配合', '协办', '协助', '参与', '参加'],
    pattern: new RegExp(
      `(?<=[（(；;，,、]|牵头[、，]?)(${LIST})(?=(?:共同|积极)?(?:配合|协办|协助|参与|参加)(?:实施)?(?:[，,；;。）)进]|$))`,
      'g',
    ),
    role: 'supporting',
  },
  // （市农业农村局牵头，市水利局、各县（市、区）政府）
  {
    words: ['牵头'],
    pattern: new RegExp(`(?<=牵头[，,；;、])(${LIST}(?:[，,]${NAME})*)(?=[）)])`, 'g'),
    role: 'responsible',
  },
];
/** （区教育局、区人社局） alone at the end of a statement. */
const TAIL = new RegExp(`[（(](${LIST})[）)][。；;]?$`);
class Findings {
  readonly list: Responsibility[] = [];
  readonly taken: Taken;

  constructor(readonly text: string) {
    this.taken = new Taken(text.length);
  }
}
/** Without these words no phrase of responsibility stands in a text. */
const OWNER_VERB =
  /牵头|主办|负责|承办|由[^。]{2,40}(?:承担|组织|落实|指导|统筹|提出|作为|会同|跟踪|督办|制定|拟定|起草|办理|审核|汇总|把关|严把|解决|推进)|由[^。]{2,12}(?:局|委员会|办公室|街道办|人民政府|支队|大队|管委会)/;
const CLOSES_BRACKET = /[）)][。；;]?$/;
const NO_NAME =
  /^(?:各(?:自|地)|相关|有关|主要|分管|本|该|其|有|无|等|我|按|根据|切实|认真|进一步|坚持|推动|加强|企业|单位|部门|领导|责任)?(?:单位|部门|有关部门|有关单位|负责人|负责同志)?$|^[\s·（）()“”]*$/;

/**
 * The units and persons a text names as responsible, explicitly only: 牵头单位：X；责任单位：Y、Z, 由X牵头、Y配合, （X牵头，Y配合）, （X、Y负责）.
 * “企业牵头比例超过85%” names nobody. Each name comes once, in the order of the text.
 */
export function findResponsibilities(text: string): Responsibility[] {
  const colon = text.includes('：') || text.includes(':');
  const verb = OWNER_VERB.test(text);
  const bracket = CLOSES_BRACKET.test(text.slice(-2));
  if (!colon && !verb && !bracket) return [];
  const found = new Findings(text);
  if (colon) addLabelled(found);
  if (verb) {
    for (const { words, pattern, role } of PHRASES) {
      if (!words.some((word) => text.includes(word))) continue;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const from = match.index + match[0].indexOf(match[1]);
        addNames(found, from, from + match[1].length, role, match.index);
      }
    }
  }
  if (found.list.length === 0 && bracket) {
    const tail = TAIL.exec(text.length > 400 ? text.slice(-400) : text);
    if (tail) {
      const from = Math.max(0, text.length - 400) + tail.index + 1;
      addNames(found, from, from + tail[1].length, 'responsible', from - 1);
    }
  }
  return found.list.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The names in a list such as 区发改局、区教育局，各街道. */
export function splitNames(list: string): string[] {
  return nameStretches(list, 0, list.length).map(({ start, end }) => list.slice(start, end));
}

/** Reads the names after each label: the words right before a colon. */
function addLabelled(found: Findings): void {
  const { text } = found;
  for (const { index: colon } of text.matchAll(/[：:]/g)) {
    let end = colon;
    while (end > 0 && /\s/.test(text[end - 1])) end--;
    let start = end;
    while (start > 0 && end - start < LONGEST_LABEL && LABEL_CHARACTER.test(text[start - 1])) start--;
    const words = text.slice(start, end);
    const role = roleOfLabel(words) ?? roleAtEnd(words);
    if (role === null) continue;
    const rest = text.slice(colon + 1, colon + 401);
    const stop = LIST_END.exec(rest);
    addNames(found, colon + 1, colon + 1 + closed(rest, stop ? stop.index : rest.length), role, start);
  }
}

/** 【整改责任单位】 and the like: words may stand before the label. */
function roleAtEnd(words: string): ResponsibilityRole | null {
  for (let from = 1; from < words.length - 1; from++) {
    const role = roleOfLabel(words.slice(from));
    if (role !== null) return role;
  }
  return null;
}

function addNames(found: Findings, from: number, to: number, role: ResponsibilityRole, quoteFrom: number): void {
  const { text } = found;
  for (const { start, end } of nameStretches(text, from, to)) {
    const name = text.slice(start, end);
    if (NO_NAME.test(name) || name.length > 30) continue;
    if (!found.taken.free(start, end)) continue;
    found.taken.take(start, end);
    found.list.push({ name, role, text: text.slice(quoteFrom, to).trim(), start, end });
  }
}

function nameStretches(text: string, from: number, to: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at <= to; at++) {
    const char = at < to ? text[at] : '、';
    if (char === '（' || char === '(') depth++;
    else if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (/[、，,/\s　；;]/.test(char) || joins(text, at, to))) {
      const name = trimName(text, start, at);
      if (name) parts.push(name);
      start = at + 1;
    }
  }
  if (depth > 0) {
    const name = trimName(text, start, to);
    if (name) parts.push(name);
  }
  return parts;
}

/** 及 between two bodies: 区市场监管局及各街道. */
function joins(text: string, at: number, to: number): boolean {
  return '及和与'.includes(text[at]) && ENDS_BODY.test(text.slice(Math.max(0, at - 4), at)) && at + 2 < to;
}
const ENDS_BODY = new RegExp(`${BODY}$`);

/** Where a list inside a bracket ends: at the bracket that closes it, not at one of its own, as in 各镇（街道）. */
function closed(list: string, length: number): number {
  let depth = 0;
  for (let at = 0; at < length; at++) {
    if (list[at] === '（' || list[at] === '(') depth++;
    else if ((list[at] === '）' || list[at] === ')') && --depth < 0) return at;
  }
  return length;
}

/** 和区财政局等 names 区财政局. */
function trimName(text: string, from: number, to: number): { start: number; end: number } | null {
  const whole = text.slice(from, to);
  const head = /^[\s　和及与由]*/.exec(whole)?.[0].length ?? 0;
  const tail =
    /(?:等(?:相关|有关)?(?:单位|部门)?)?(?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?负责|分别负责|牵头负责|牵头|共同配合|配合|负责|落实)?[\s　。]*$/.exec(
      whole,
    )?.[0].length ?? 0;
  return head + tail < whole.length ? { start: from + head, end: to - tail } : null;
}
