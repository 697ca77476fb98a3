import { useVirtualizer } from '@tanstack/react-virtual';
import { Spin } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ColumnChoice } from '../../api/generated';
import { GroupLine } from './list/GroupLine';
import { nextFocus, type ListItem } from './list/list-items';
import type { Sort } from './list/list-columns';
import { TableHead } from './list/TableHead';
import { TaskRow } from './list/TaskRow';
import type { Choice } from './list/useChoice';
import './list/list.css';
import { t } from '../../language/t';

const HEIGHTS: Record<ListItem['kind'], number> = { group: 40, task: 56, more: 56 };
/** Rows kept ready above and below those in sight. */
const OVERSCAN = 10;
const CHOICE_WIDTH = 44;

interface Props {
  items: ListItem[];
  columns: readonly ColumnChoice[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onWidth: (name: ColumnChoice['name'], width: number) => void;
  /** Left out for whoever has nothing to do with many tasks at once. */
  choice?: Choice;
  grouping: string | undefined;
  onMore: (of: string) => void;
  onToggle: (key: string) => void;
  total: number | undefined;
  empty: ReactNode;
}

/** The list as a table: only the lines in sight are drawn, further ones are read on the way. */
export function TaskTable(props: Props) {
  const { items, columns, choice, grouping, onMore, onToggle, total, empty } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(0);
  const [focused, setFocused] = useState(false);
  const navigate = useNavigate();
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are not handed on to memoised components
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => HEIGHTS[items[index].kind],
    getItemKey: (index) => keyOf(items[index]),
    overscan: OVERSCAN,
    // The head stays over the first lines.
    scrollPaddingStart: 44,
  });
  const shown = lines.getVirtualItems();
  const wanted = shown.flatMap(({ index }) => {
    const item = items[index];
    return item.kind === 'more' ? [item.of] : [];
  });
  useEffect(() => wanted.forEach(onMore));

  const at = Math.min(focus, items.length - 1);
  const move = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const item = items[at];
    const next = nextFocus(event.key, at, items.length, 10);
    if (next !== null) {
      setFocus(next);
      lines.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' && item?.kind === 'task') void navigate(`/tasks/${item.task.id}`);
    else if ((event.key === 'Enter' || event.key === ' ') && item?.kind === 'group') onToggle(item.group.key);
    else if (event.key === ' ' && item?.kind === 'task') choice?.press(item.task, event.shiftKey);
    else return;
    event.preventDefault();
  };
  const template = [
    ...(choice ? [`${CHOICE_WIDTH}px`] : []),
    ...columns.map(({ name, width }) => (name === 'title' ? `minmax(${width}px, 1fr)` : `${width}px`)),
  ].join(' ');
  const width = columns.reduce((sum, column) => sum + column.width, choice ? CHOICE_WIDTH : 0);
  const cellStyle = { gridTemplateColumns: template };
  return (
    <div
      ref={frame}
      className="task-table"
      role="grid"
      aria-label={t`任务列表：上下键移动，回车打开，空格选择`}
      aria-rowcount={total === undefined || items.some(({ kind }) => kind === 'more') ? -1 : items.length + 1}
      aria-colcount={columns.length + (choice ? 1 : 0)}
      aria-multiselectable={choice ? true : undefined}
      aria-activedescendant={focused && shown.some(({ index }) => index === at) ? lineId(at) : undefined}
      tabIndex={0}
      onKeyDown={move}
      onFocus={({ target, currentTarget }) => setFocused(target === currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <TableHead {...props} template={template} width={width} />
      {items.length === 0 ? (
        <div role="row" className="task-empty">
          <div role="gridcell">{empty}</div>
        </div>
      ) : (
        <div role="rowgroup" style={{ height: lines.getTotalSize(), minWidth: width, position: 'relative' }}>
          {shown.map(({ index, key, start, size }) => {
            const item = items[index];
            const place = { transform: `translateY(${start}px)`, height: size };
            const line = { id: lineId(index), row: index + 2, current: focused && index === at };
            const point = () => setFocus(index);
            if (item.kind === 'group')
              return <GroupLine key={key} {...line} {...item} by={grouping} style={place} onToggle={onToggle} />;
            if (item.kind === 'more')
              return (
                <div key={key} id={line.id} role="row" aria-rowindex={line.row} className="task-row" style={place}>
                  <span role="gridcell" className="quiet">
                    <Spin size="small" /> {t`正在读取…`}
                  </span>
                </div>
              );
            return (
              <TaskRow
                key={key}
                {...line}
                task={item.task}
                columns={columns}
                choice={choice}
                style={{ ...place, ...cellStyle }}
                onPoint={point}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

const lineId = (index: number) => `task-line-${index}`;

const keyOf = (item: ListItem): string => {
  if (item.kind === 'task') return item.task.id;
  return item.kind === 'group' ? `group ${item.group.key}` : `more ${item.of}`;
};
