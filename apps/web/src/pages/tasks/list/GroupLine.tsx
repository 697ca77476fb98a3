import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { CSSProperties } from 'react';
import type { TaskGroup } from '../../../api/generated';
import { groupWord } from './group-words';
import { t } from '../../../language/t';

interface Props {
  id: string;
  row: number;
  current: boolean;
  group: TaskGroup;
  open: boolean;
  by: string | undefined;
  style: CSSProperties;
  onToggle: (key: string) => void;
}

/** The head of a group with the number of its tasks; opens and closes it. */
export function GroupLine({ id, row, current, group, open, by, style, onToggle }: Props) {
  return (
    <div id={id} role="row" aria-rowindex={row} className={current ? 'task-group current' : 'task-group'} style={style}>
      <span role="gridcell">
        <button type="button" tabIndex={-1} aria-expanded={open} onClick={() => onToggle(group.key)}>
          {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <b>{groupWord(by, group)}</b>
          <span className="quiet">
            {group.count} {t`项`}
          </span>
        </button>
      </span>
    </div>
  );
}
