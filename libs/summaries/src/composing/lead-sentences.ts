import type { Covered } from '../summary-rows';
import { fullDay } from './chinese-day';
import type { Lists } from './compose';
import type { SectionKey, Sentence } from './composition';
import { figureText, type CountKey, type Figure, type FigureKey } from './figures';

interface Context {
  count(key: CountKey): number;
  figures: readonly Figure[];
  covered: Covered;
  lists: Lists;
}

/** What a section says before its enumerations, over each of them, and behind. Numbers come from the figures alone. */
interface Leads {
  before: Sentence[];
  of?: Partial<Record<keyof Lists, Sentence>>;
  after?: Sentence[];
}

const said = (key: string, text: string, ...figures: FigureKey[]): Sentence => ({
  key: `lead:${key}`,
  text,
  ...(figures.length > 0 ? { figures } : {}),
});

const shown = ({ figures }: Context, key: FigureKey) => {
  const figure = figures.find((one) => one.key === key);
  return figure ? figureText(figure) : '—';
};
const isKnown = ({ figures }: Context, key: FigureKey) => figures.some((one) => one.key === key && one.value !== null);

export const LEADS: Record<SectionKey, (context: Context) => Leads> = {
  overall: (context) => {
    const { covered } = context;
    const n = (key: FigureKey) => shown(context, key);
    const rate = (key: FigureKey, label: string) => (isKnown(context, key) ? [`${label}${n(key)}`] : []);
    const rates = [...rate('inTimeRate', '按期办结率'), ...rate('extensionRate', '延期率')];
    const delay = isKnown(context, 'averageDelay')
      ? [said('delay', `逾期事项平均逾期${n('averageDelay')}`, 'averageDelay')]
      : [];
    return {
      before: [
        said(
          'total',
          `截至${fullDay(covered.asOf)}，${covered.label}共督办事项${n('total')}，办结${n('closed')}（其中按期办结${n('closedInTime')}，逾期办结${n('closedLate')}），在办${n('open')}，逾期未办结${n('overdue')}`,
          ...(['total', 'closed', 'closedInTime', 'closedLate', 'open', 'overdue'] as const),
        ),
        ...(rates.length > 0 ? [said('rates', rates.join('，'), 'inTimeRate', 'extensionRate')] : []),
        ...delay,
        ...(context.count('problems') > 0
          ? [
              said(
                'problems',
                `共涉及问题${n('problems')}，已销号${n('problemsClosed')}，整改率${n('rectificationRate')}`,
                ...(['problems', 'problemsClosed', 'rectificationRate'] as const),
              ),
            ]
          : []),
      ],
    };
  },
  completed: (context) => ({
    before: [
      context.count('closed') === 0
        ? said('completed', '本期没有办结事项', 'closed')
        : said('completed', `本期办结事项${shown(context, 'closed')}`, 'closed'),
    ],
  }),
  underWay: (context) => {
    const over = (key: 'ahead' | 'onPace' | 'behind', words: string) =>
      said(key, `${words}的事项${shown(context, key)}`, key);
    const paced = context.count('ahead') + context.count('onPace') + context.count('behind');
    return {
      before: paced === 0 ? [said('under-way', '没有按序时进度推进中的事项', 'open')] : [],
      of: {
        ahead: over('ahead', '超序时进度'),
        onPace: over('onPace', '达序时进度'),
        behind: over('behind', '欠序时进度'),
      },
    };
  },
  overdue: (context) => ({
    before: [
      context.count('overdue') === 0
        ? said('overdue', '没有逾期未办结的事项', 'overdue')
        : said('overdue', `逾期未办结事项${shown(context, 'overdue')}`, 'overdue'),
    ],
  }),
  problems: (context) => {
    const n = (key: FigureKey) => shown(context, key);
    if (context.count('problems') === 0) return { before: [said('no-problems', '本期没有整改中的问题', 'problems')] };
    return {
      before: [
        said(
          'problem-rate',
          `本期共有问题${n('problems')}，已销号${n('problemsClosed')}，整改率${n('rectificationRate')}，超过整改时限${n('problemsOverdue')}`,
          ...(['problems', 'problemsClosed', 'rectificationRate', 'problemsOverdue'] as const),
        ),
      ],
      of: {
        problemsClosed: said('problems-closed', `已销号问题${n('problemsClosed')}`, 'problemsClosed'),
        problemsOpen: said('problems-open', '尚未销号的问题情况如下'),
      },
      after: [said('three-lists', '问题清单、责任清单、整改清单见附件')],
    };
  },
  extensions: (context) => ({
    before: [
      context.count('extended') === 0
        ? said('extended', '本期没有批准延期的事项', 'extended')
        : said(
            'extended',
            `本期批准延期事项${shown(context, 'extended')}，延期率${shown(context, 'extensionRate')}`,
            ...(['extended', 'extensionRate'] as const),
          ),
    ],
  }),
  coordination: (context) => ({
    before: [
      context.lists.coordination.seen === 0
        ? said('coordination', '目前没有需要协调的事项')
        : said(
            'coordination',
            `待批复申请${shown(context, 'waiting')}，退回${shown(context, 'returned')}，中止${shown(context, 'suspended')}，需要协调的事项如下`,
            ...(['waiting', 'returned', 'suspended'] as const),
          ),
    ],
  }),
  next: (context) => {
    const { covered, count } = context;
    const open = `${covered.ahead.label}继续办理在办事项${shown(context, 'open')}`;
    const due = count('dueAhead') > 0 ? `，其中到期${shown(context, 'dueAhead')}` : '';
    const late = count('overdue') > 0 ? `，逾期未办结${shown(context, 'overdue')}抓紧办结` : '';
    return {
      before: [
        count('open') === 0
          ? said('next', '目前没有在办事项', 'open')
          : said('next', `${open}${due}${late}`, 'open', 'dueAhead', 'overdue'),
      ],
    };
  },
};
