import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { ColumnChoice } from '../../../api/generated';
import { COLUMNS, NARROWEST, WIDEST, type ColumnName, type Sort } from './list-columns';
import type { Choice } from './useChoice';
import { t } from '../../../language/t';

interface Props {
  columns: readonly ColumnChoice[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onWidth: (name: ColumnName, width: number) => void;
  choice?: Choice;
  template: string;
  width: number;
}

/** The heads: a press sorts, the right edge makes wider or narrower. */
export function TableHead({ columns, sort, onSort, onWidth, choice, template, width }: Props) {
  return (
    <div role="rowgroup" className="task-head" style={{ minWidth: width }}>
      <div role="row" aria-rowindex={1} className="task-head-row" style={{ gridTemplateColumns: template }}>
        {choice && (
          <span role="columnheader">
            <Checkbox
              aria-label={t`选择已显示的全部任务`}
              checked={choice.all}
              indeterminate={!choice.all && choice.tasks.length > 0}
              onChange={({ target }) => choice.pressAll(target.checked)}
            />
          </span>
        )}
        {columns.map(({ name, width: columnWidth }) => {
          const { title, sorts = [] } = COLUMNS[name];
          const sorted = sorts.includes(sort);
          const down = sort.startsWith('-');
          const next = sorts[(sorts.indexOf(sort) + 1) % sorts.length];
          return (
            <span
              key={name}
              role="columnheader"
              aria-sort={sorted ? (down ? 'descending' : 'ascending') : undefined}
              className={sorted ? 'sorted' : undefined}
            >
              {sorts.length > 0 ? (
                <button type="button" className="head-sort" onClick={() => onSort(next)} title={t`按${title}排序`}>
                  {title}
                  {sorted && (down ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
                </button>
              ) : (
                title
              )}
              <Edge title={title} width={columnWidth} onWidth={(next) => onWidth(name, next)} />
            </span>
          );
        })}
      </div>
    </div>
  );
}

const STEP = 20;
const within = (width: number) => Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));

function Edge({ title, width, onWidth }: { title: string; width: number; onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const start = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const drag = ({ clientX }: PointerEvent) => {
    if (from.current) onWidth(within(from.current.width + clientX - from.current.x));
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onWidth(within(width + by));
  };
  return (
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t`${title}列宽，左右键调整`}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      className="head-edge"
      onPointerDown={start}
      onPointerMove={drag}
      onPointerUp={() => (from.current = null)}
      onKeyDown={press}
    />
  );
}
