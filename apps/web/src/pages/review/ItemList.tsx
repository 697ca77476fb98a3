import { Alert, Button, Empty, Tabs } from 'antd';
import { useMemo, type ComponentProps, type RefObject } from 'react';
import { Link } from 'react-router';
import type { ReportDetail, ReportItemView } from '../../api/generated';
import { KINDS } from '../../words';
import { isOpen, type Tab } from './arrangement';
import { ItemCard, type ItemAction, type Related } from './ItemCard';
import { ItemToolbar } from './ItemToolbar';
import { t } from '../../language/t';

interface Props extends Omit<ComponentProps<typeof ItemToolbar>, 'items' | 'mayReview'> {
  report: ReportDetail;
  listRef: RefObject<HTMLDivElement | null>;
  tab: Tab;
  setTab: (tab: Tab) => void;
  currentId: string | null;
  /** Where the accepted tasks are assigned; null while there are none to assign. */
  assignAt: string | null;
  onPick: (id: string) => void;
  onChoose: (id: string, chosen: boolean) => void;
  onAct: (action: ItemAction, item: ReportItemView) => void;
}

const NONE: Related[] = [];

/** The problems that an item answers, with how like they are. */
function relatedOf(item: ReportItemView, problems: ReadonlyMap<string, ReportItemView>): Related[] {
  if (item.related.length === 0) return NONE;
  return item.related.flatMap(({ key, score }) => {
    const problem = problems.get(key);
    return problem ? [{ id: problem.id, title: problem.title, score }] : [];
  });
}

/** The items at right, by kind. */
export function ItemList(props: Props) {
  const { report, listRef, shown, tab, setTab, currentId, chosen, assignAt } = props;
  const { items, mayReview, warnings } = report;
  // Made once for each state of the items, so that cards which do not change are not drawn again.
  const related = useMemo(() => {
    const problems = new Map(items.filter(({ kind }) => kind === 'problem').map((item) => [item.key, item]));
    return new Map(items.map((item) => [item.id, relatedOf(item, problems)]));
  }, [items]);
  const count = (kind: Tab) => items.filter((item) => kind === 'all' || item.kind === kind).length;
  const tabs: Tab[] = ['all', 'next_step', 'problem', 'cause', 'pledge'];
  return (
    <div className="desk-pane desk-side">
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as Tab)}
        items={tabs
          .filter((key) => key === 'all' || count(key) > 0)
          .map((key) => ({ key, label: `${key === 'all' ? t`全部` : KINDS[key].name} ${count(key)}` }))}
        tabBarStyle={{ margin: 0, padding: '0 12px' }}
      />
      <ItemToolbar {...props} items={items} mayReview={mayReview} />
      <div ref={listRef} className="desk-list" tabIndex={0} role="region" aria-label={t`识别出的事项`}>
        {mayReview && assignAt && !items.some(isOpen) && (
          <Alert
            type="success"
            showIcon
            style={{ marginTop: 10 }}
            title={t`全部事项已审核，下一步是交办已接受的任务`}
            action={<Link to={assignAt}>{t`去交办`}</Link>}
          />
        )}
        {warnings.map((warning) => (
          <Alert key={warning} type="warning" showIcon title={warning} style={{ marginTop: 10 }} />
        ))}
        {items.length === 0 && (
          <Empty
            style={{ margin: '48px 0' }}
            description={mayReview ? t`没有识别出事项。可在左侧选中文字，手工标为事项。` : t`没有识别出事项`}
          />
        )}
        {items.length > 0 && shown.length === 0 && (
          <Empty style={{ margin: '48px 0' }} description={t`没有符合条件的事项`}>
            <Button onClick={() => (setTab('all'), props.setState('all'))}>{t`显示全部`}</Button>
          </Empty>
        )}
        {shown.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            related={related.get(item.id) ?? NONE}
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
