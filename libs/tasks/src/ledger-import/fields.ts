import { roleOfLabel } from '#language/responsibility';

/** What a column of a task ledger 台账 may say about a task. */
export const LEDGER_FIELDS = {
  title: { label: '任务名称', several: false },
  text: { label: '任务内容、措施', several: true },
  leadUnit: { label: '牵头单位', several: false },
  supportingUnits: { label: '配合单位', several: true },
  assignee: { label: '责任人', several: false },
  leader: { label: '挂点领导', several: false },
  dueOn: { label: '完成时限', several: false },
  narrative: { label: '进展情况', several: true },
  percent: { label: '完成率', several: false },
  status: { label: '状态', several: false },
  closedOn: { label: '实际办结日期', several: false },
  note: { label: '备注', several: true },
  basis: { label: '依据、来源', several: true },
} as const satisfies Record<string, { label: string; several: boolean }>;

export type LedgerField = keyof typeof LEDGER_FIELDS;
export const FIELD_NAMES = Object.keys(LEDGER_FIELDS) as LedgerField[];

/** The words of a head without spaces, line ends, stars and a remark in brackets. */
export const headWords = (head: string): string =>
  head.replace(/[\s\u3000*＊]/g, '').replace(/[（(][^（()）]*[）)]$/, '');

interface HeadRule {
  heads: (words: string) => boolean;
  field: LedgerField | 'serial' | 'none';
  /** What a further column of the kind says when `field` is taken by one before. */
  otherwise?: LedgerField;
}

const words = (pattern: string) => (head: string) => new RegExp(`^(?:${pattern})$`).test(head);
const role =
  (...roles: ReturnType<typeof roleOfLabel>[]) =>
  (head: string) =>
    roles.includes(roleOfLabel(head));

const KIND = '(?:年度|当年|本年|重点|主要|督办|督查|交办|承诺|攻坚|议定|决定|批示|整改|任务|工作|目标)*';
const BODY = '(?:单位|部门|科室|处室|股室|乡镇|街道|主体)';

/** The heads of official ledgers, the surest first: an earlier rule takes a field before a later one. */
const RULES: readonly HeadRule[] = [
  { heads: words('序号|序|编号|项目编号|任务编号|No\\.?'), field: 'serial' },
  {
    heads: words(
      '(?:交办|下达|立项|受理|发文|来文|登记|更新|填报|起始|开始|开工|启动)(?:时间|日期)|联系(?:电话|方式)|电话|手机',
    ),
    field: 'none',
  },
  { heads: words('实际(?:完成|办结)(?:时间|日期|情况)?|(?:办结|销号|完结)(?:时间|日期)'), field: 'closedOn' },
  {
    heads: words(
      `.*(?:时限|期限|截止(?:时间|日期)?|时间节点|节点时间|节点|(?:时间|时限|进度)要求)|(?:计划|要求|预计|拟)(?:完成|办结|整改)?(?:时间|日期)`,
    ),
    field: 'dueOn',
    otherwise: 'note',
  },
  {
    heads: words('(?:任务|工作|整改|目标|项目)?(?:完成|整改到位)(?:时间|日期)|时间|日期'),
    field: 'dueOn',
    otherwise: 'closedOn',
  },
  {
    heads: words(
      '(?:任务|工作|整改|形象|总体|目前|当前)?(?:完成率|进度|完成比例|完成进度|完成百分比|百分比|整改率|[%％])(?:[%％])?|完成程度',
    ),
    field: 'percent',
    otherwise: 'narrative',
  },
  {
    heads: words(
      '(?:办理|任务|完成|当前|工作|整改|办结)?状态|(?:是否|有无)(?:已)?(?:完成|办结|销号|整改到位|整改完成)|销号情况|办结情况|亮灯(?:情况)?',
    ),
    field: 'status',
    otherwise: 'narrative',
  },
  {
    heads: words(
      `(?:工作|任务|目前|当前|最新|阶段|本月|本季度|本周|整改|落实|完成|推进|办理|工作落实|工作推进|工作完成)*(?:进展|进展情况|情况|成效|进度情况)`,
    ),
    field: 'narrative',
  },
  {
    heads: words(
      '.*(?:挂点|挂钩|包抓|包保|包案|包联|分管|督办|责任|挂联|牵头|主管|联系)(?:市|县|区|校|院|局)?(?:级)?(?:领导|负责人|负责同志)',
    ),
    field: 'leader',
    otherwise: 'note',
  },
  { heads: role('leader'), field: 'leader', otherwise: 'note' },
  {
    heads: (head) =>
      role('person')(head) || words('(?:主要|具体)?(?:负责人|责任人|联系人|经办人|承办人|专班负责人)(?:姓名)?')(head),
    field: 'assignee',
    otherwise: 'note',
  },
  { heads: role('supporting'), field: 'supportingUnits' },
  { heads: words(`(?:配合|协办|协助|参与|协同|联办|会办).{0,4}`), field: 'supportingUnits' },
  { heads: role('lead'), field: 'leadUnit', otherwise: 'supportingUnits' },
  {
    heads: (head) =>
      role('responsible')(head) || words(`(?:牵头|主办|主责|责任|承办|办理|实施|落实|所属)${BODY}`)(head),
    field: 'leadUnit',
    otherwise: 'supportingUnits',
  },
  { heads: words(BODY), field: 'leadUnit', otherwise: 'note' },
  {
    heads: words(
      '备注|说明|备考|其他|存在(?:的)?(?:困难|困难和问题|问题和困难)|困难问题|需协调事项|类别|类型|领域|板块|分类|所属领域|一级指标|二级指标',
    ),
    field: 'note',
  },
  {
    heads: words(
      '(?:任务|工作|文件|事项|问题|政策)?(?:依据|来源|出处)|(?:文件)?文号|文件(?:名称)?|会议(?:名称)?|来文单位',
    ),
    field: 'basis',
  },
  { heads: words(`${KIND}(?:任务|事项|工作|项目|名称|清单)(?:名称|分解)?`), field: 'title', otherwise: 'text' },
  {
    heads: words(`${KIND}(?:任务|事项|工作)内容|主要任务|问题|(?:反馈|存在|具体|突出)问题|问题(?:描述|表现)`),
    field: 'title',
    otherwise: 'text',
  },
  { heads: words('整改措施'), field: 'title', otherwise: 'text' },
  { heads: words('.*(?:措施|举措|内容|目标|要求|要点|打算|计划|安排|指标|标准|成果)'), field: 'text' },
];

const ruleOf = (head: string): HeadRule | undefined => {
  const plain = headWords(head);
  return plain === '' || plain.length > 20 ? undefined : RULES.find(({ heads }) => heads(plain));
};

/** Whether a cell names a column in the words of ledgers. */
export const isLedgerHead = (cell: string): boolean => ruleOf(cell) !== undefined;

export const isSerial = (head: string): boolean => ruleOf(head)?.field === 'serial';

/** What the cells of a column look like, for heads that no rule knows. */
export interface Looks {
  days: boolean;
  units: boolean;
}

/**
 * The field of each column, by its head and else by its cells; null for columns to be left out. A head of two rows is written
 * 责任分工/牵头单位: its last part decides. A ledger without a title names its tasks by their content.
 */
export function guessFields(heads: readonly string[], looks: readonly Looks[]): (LedgerField | null)[] {
  const fields: (LedgerField | null)[] = heads.map(() => null);
  const taken = (field: LedgerField) => !LEDGER_FIELDS[field].several && fields.includes(field);
  const rules = heads.map((head) => ruleOf(head.split('/').at(-1) ?? '') ?? ruleOf(head.replaceAll('/', '')));
  for (const rule of RULES) {
    heads.forEach((_, at) => {
      if (rules[at] !== rule || rule.field === 'serial' || rule.field === 'none') return;
      const field = taken(rule.field) ? rule.otherwise : rule.field;
      if (field !== undefined && !taken(field)) fields[at] = field;
    });
  }
  heads.forEach((_, at) => {
    if (rules[at] !== undefined) return;
    if (looks[at]?.days && !taken('dueOn')) fields[at] = 'dueOn';
    else if (looks[at]?.units) fields[at] = taken('leadUnit') ? 'supportingUnits' : 'leadUnit';
  });
  if (!fields.includes('title') && fields.includes('text')) fields[fields.indexOf('text')] = 'title';
  return fields;
}
