import { EditOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useState, type CSSProperties } from 'react';
import type { ColumnChoice, TaskLine } from '../../../api/generated';
import { EditCell } from './EditCell';
import { editOf, type CellEdit } from './cell-edits';
import { COLUMNS } from './list-columns';
import { mayBeChosen, type Choice } from './useChoice';
import { t } from '../../../language/t';

interface Props {
  id: string;
  row: number;
  current: boolean;
  task: TaskLine;
  columns: readonly ColumnChoice[];
  choice?: Choice;
  style: CSSProperties;
  onPoint: () => void;
}

/** One task; what the present person may change in it is changed on the spot. */
export function TaskRow({ id, row, current, task, columns, choice, style, onPoint }: Props) {
  const [edit, setEdit] = useState<CellEdit | null>(null);
  const chosen = choice?.has(task.id) ?? false;
  const look = ['task-row', ...(current ? ['current'] : []), ...(chosen ? ['chosen'] : [])].join(' ');
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={row}
      aria-selected={choice ? chosen : undefined}
      className={look}
      style={style}
      onClick={onPoint}
    >
      {choice && (
        <span role="gridcell">
          <Checkbox
            aria-label={t`选择 ${task.title}`}
            checked={chosen}
            disabled={!mayBeChosen(task)}
            onChange={({ nativeEvent }) => choice.press(task, (nativeEvent as MouseEvent).shiftKey)}
          />
        </span>
      )}
      {columns.map(({ name }) => {
        const { title, cell } = COLUMNS[name];
        const may = editOf(name, task);
        return (
          <span key={name} role="gridcell" className={`cell cell-${name}`}>
            <span className="cell-text">{cell(task)}</span>
            {may && (
              <button
                type="button"
                className="cell-edit"
                aria-label={t`修改${title}：${task.title}`}
                title={t`修改${title}`}
                onClick={() => setEdit(may)}
              >
                <EditOutlined aria-hidden />
              </button>
            )}
          </span>
        );
      })}
      {edit && <EditCell edit={edit} task={task} onClose={() => setEdit(null)} />}
    </div>
  );
}
