import { roleOfLabel } from '#language/responsibility';

/** What the words after a label are: 存在问题：… 产生原因：… 整改措施：… 整改情况：… 整改目标：… 责任单位：…. */
export type LabelRole = 'problems' | 'causes' | 'next_steps' | 'progress' | 'goal' | 'field';

export interface Label {
  role: LabelRole;
  /** Where the label's words begin. */
  start: number;
  /** Where what it names begins, after the colon and spaces. */
  end: number;
  /** 主要措施 may tell of what was done as well; it counts where problems are told. */
  weak: boolean;
}

interface Form {
  words: RegExp;
  role: LabelRole;
  weak?: true;
}
/** Read in this order on the words before a colon. */
const FORMS: readonly Form[] = [
  {
    words:
      /^(?:(?:主要|突出|目前|当前)?(?:存在|发现|反馈|检视|查摆|督察|巡察|巡视|审计)?的?(?:主要|突出)?(?:问题|不足)(?:表现|描述|清单|内容|之处|有|是)?|具体表现|问题表现|反馈意见|不足之处|(?:安全|事故|问题)?隐患(?:内容|描述|情况|问题)?|问题隐患|存在隐患)$/,
    role: 'problems',
  },
  { words: /^(?:产生|存在|问题|主要|形成)?(?:原因|根源|成因)(?:分析|剖析|查找)?$/, role: 'causes' },
  {
    words:
      /^(?:(?:下一?步|下一?阶段|后续|今后)(?:的?(?:工作|整改|改进|推进))?(?:打算|安排|计划|举措|措施|考虑|方向|思路)?|整改(?:措施|举措|办法)(?:及要求)?|改进(?:措施|举措|办法)|(?:整改|督办|落实|具体)?要求|整改(?:计划|内容|方向|打算|任务)|整改(?:情况|进展)(?:及|和)(?:下步)?(?:措施|打算)|改进(?:方向|打算)|努力方向|工作打算)$/,
    role: 'next_steps',
  },
  {
    words: /^(?:具体|工作|推进|解决|化解|防范|主要|重点|落实)?(?:措施|举措|对策|办法)$/,
    role: 'next_steps',
    weak: true,
  },
  {
    words:
      /^(?:(?:整改|改进|进展|落实|推进|办理|工作|完成|整治)(?:工作)?(?:落实|完成|进展|推进)?(?:情况|成效|进展|结果)|目前进展|已采取(?:的)?措施|整改进展)$/,
    role: 'progress',
  },
  {
    words: /^(?:整改|工作|任务|总体|主要|年度|预期|预期工作)?目标(?:任务|要求)?$|^(?:工作|验收|整改)?标准$/,
    role: 'goal',
  },
  { words: /(?:时限|期限|时间|节点|时间表|进度安排)$/, role: 'field' },
];
const COLON = /[：:]/g;
const LONGEST = 12;
const BOUNDARY = '。；;！？!?\n\t 　）)】]”》.．、：:，,';

/** The labels in a text between `from` and `to`, in order. Words before a colon that are no known label are text. */
export function labelsIn(text: string, from = 0, to = text.length): Label[] {
  const found: Label[] = [];
  COLON.lastIndex = from;
  for (let match = COLON.exec(text); match && match.index < to; match = COLON.exec(text)) {
    const colon = match.index;
    let end = colon;
    while (end > from && (text[end - 1] === ' ' || text[end - 1] === '】' || text[end - 1] === ']')) end--;
    let start = end;
    while (start > from && end - start <= LONGEST && isHan(text.charCodeAt(start - 1))) start--;
    if (end - start < 2 || end - start > LONGEST) continue;
    if (start > from && !BOUNDARY.includes(text[start - 1]) && text[start - 1] !== '【' && text[start - 1] !== '[')
      continue;
    const form = formOf(text.slice(start, end));
    if (form === null) continue;
    if (text[start - 1] === '【' || text[start - 1] === '[') start--;
    let content = colon + 1;
    while (content < to && ' \t　'.includes(text[content])) content++;
    found.push({ role: form.role, start, end: content, weak: form.weak ?? false });
  }
  return found;
}

/** What a label's words say; null for words that are none. */
function formOf(words: string): Pick<Form, 'role' | 'weak'> | null {
  const form = FORMS.find((each) => each.words.test(words));
  if (form !== undefined) return form;
  return roleOfLabel(words) === null ? null : { role: 'field' };
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
