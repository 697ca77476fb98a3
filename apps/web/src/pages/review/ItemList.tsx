import { Alert, Button, Checkbox, Empty, Segmented, Tabs } from 'antd';
import { useMemo } from 'react';
import type { ReportItemView } from '../../api/generated';
import { CONFIDENT, KINDS } from '../../words';
import { ItemCard, type ItemAction, type Related } from './ItemCard';

export type Tab = 'all' | ReportItemView['kind'];
/** Doubtful ones first, or as they stand in the text. */
export type Order = 'doubt' | 'text';

export const isDoubtful = ({ status, confidence }: ReportItemView) => status === 'proposed' && confidence < CONFIDENT;

interface Props {
  items: ReportItemView[];
  shown: ReportItemView[];
  tab: Tab;
  setTab: (tab: Tab) => void;
  order: Order;
  setOrder: (order: Order) => void;
  /** Those that were doubtful when the desk was opened. */
  doubtful: ReadonlySet<string>;
  currentId: string | null;
  chosen: ReadonlySet<string>;
  mayReview: boolean;
  warnings: string[];
  onPick: (id: string) => void;
  onChoose: (id: string, chosen: boolean) => void;
  onChooseAll: (ids: string[]) => void;
  onAct: (action: ItemAction, item: ReportItemView) => void;
  onMany: (kind: 'accept' | 'reject' | 'merge') => void;
}

/** The problems that an item answers, with how like they are. */
function relatedOf(item: ReportItemView, items: ReportItemView[]): Related[] {
  return item.related.flatMap(({ key, score }) => {
    const problem = items.find((other) => other.key === key && other.kind === 'problem');
    return problem ? [{ id: problem.id, title: problem.title, score }] : [];
  });
}

/** The items at right, by kind; those to look at with care are counted above. */
export function ItemList(props: Props) {
  const { items, shown, tab, setTab, currentId, chosen, mayReview, warnings } = props;
  // Made once for each state of the items, so that cards which do not change are not drawn again.
  const related = useMemo(() => new Map(items.map((item) => [item.id, relatedOf(item, items)])), [items]);
  const open = shown.filter(({ status }) => status === 'proposed');
  const selected = open.filter(({ id }) => chosen.has(id)).length;
  const waiting = items.filter(isDoubtful).length;
  const count = (kind: Tab) => items.filter((item) => kind === 'all' || item.kind === kind).length;
  const tabs: Tab[] = ['all', 'next_step', 'problem', 'cause', 'pledge'];
  return (
    <div className="desk-pane desk-side">
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as Tab)}
        items={tabs
          .filter((key) => key === 'all' || count(key) > 0)
          .map((key) => ({ key, label: `${key === 'all' ? '全部' : KINDS[key].name} ${count(key)}` }))}
        tabBarStyle={{ margin: 0, padding: '0 12px' }}
      />
      {mayReview && open.length > 0 && (
        <div
          style={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 8,
            alignItems: 'center',
            padding: '8px 12px',
            borderBottom: '1px solid var(--line-soft)',
          }}
        >
          <Checkbox
            checked={selected === open.length}
            indeterminate={selected > 0 && selected < open.length}
            onChange={({ target }) => props.onChooseAll(target.checked ? open.map(({ id }) => id) : [])}
          >
            全选待审 {open.length} 条
          </Checkbox>
          <Button type="primary" size="small" disabled={selected === 0} onClick={() => props.onMany('accept')}>
            接受选中
          </Button>
          <Button size="small" disabled={selected < 2} onClick={() => props.onMany('merge')}>
            合并
          </Button>
          <Button size="small" disabled={selected === 0} onClick={() => props.onMany('reject')}>
            驳回选中
          </Button>
          {waiting > 0 && <span style={{ color: 'var(--amber)' }}>{waiting} 条请重点核对</span>}
          {props.doubtful.size > 0 && (
            <Segmented
              size="small"
              aria-label="排列顺序"
              style={{ marginLeft: 'auto' }}
              value={props.order}
              onChange={props.setOrder}
              options={[
                { value: 'doubt', label: '存疑在前' },
                { value: 'text', label: '按原文' },
              ]}
            />
          )}
        </div>
      )}
      <div className="desk-list" tabIndex={0} role="region" aria-label="识别出的事项">
        {warnings.map((warning) => (
          <Alert key={warning} type="warning" showIcon title={warning} style={{ marginTop: 10 }} />
        ))}
        {items.length === 0 && (
          <Empty
            style={{ margin: '48px 0' }}
            description={mayReview ? '没有识别出事项。可在左侧选中文字，手工标为事项。' : '没有识别出事项'}
          />
        )}
        {shown.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            related={related.get(item.id) ?? []}
            current={item.id === currentId}
            chosen={chosen.has(item.id)}
            mayReview={mayReview}
            onPick={props.onPick}
            onChoose={props.onChoose}
            onAct={props.onAct}
          />
        ))}
      </div>
    </div>
  );
}
