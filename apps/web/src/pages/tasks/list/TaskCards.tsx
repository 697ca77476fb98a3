import { Button, Empty } from 'antd';
import { TaskLines } from '../../../components/TaskLines';
import { groupWord } from './group-words';
import type { ListItem } from './list-items';
import { t } from '../../../language/t';

interface Props {
  items: readonly ListItem[];
  waiting: boolean;
  empty: string;
  by: string | undefined;
  onMore: (of: string) => void;
  onToggle: (key: string) => void;
}

/** The same list on a phone: one task below the other. */
export function TaskCards({ items, waiting, empty, by, onMore, onToggle }: Props) {
  if (waiting) return <p className="quiet">{t`正在读取…`}</p>;
  if (items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <div className="task-cards">
      {items.map((item) => {
        if (item.kind === 'task') return <TaskLines key={item.task.id} tasks={[item.task]} empty="" />;
        if (item.kind === 'more')
          return (
            <Button key={`more ${item.of}`} block className="task-more" onClick={() => onMore(item.of)}>
              {t`显示更多`}
            </Button>
          );
        return (
          <button
            key={`group ${item.group.key}`}
            type="button"
            className="task-card-group"
            aria-expanded={item.open}
            onClick={() => onToggle(item.group.key)}
          >
            <b>{groupWord(by, item.group)}</b> {item.group.count} {t`项`}
          </button>
        );
      })}
    </div>
  );
}
