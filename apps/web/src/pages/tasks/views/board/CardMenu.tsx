import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useRef, useState } from 'react';
import type { TaskDetail, TaskSummary } from '../../../../api/generated';
import { MOVES, type MoveName } from '../../../../words';
import { MOVE_FORMS } from '../../move-forms';
import { moveWord } from './landing';
import { taskQuery } from './task-query';
import { t } from '../../../../language/t';

/** What may be done with a card without dragging it: by keyboard, on a phone, or because one prefers to. */
export function CardMenu({ task, onMove }: { task: TaskSummary; onMove: (move: MoveName) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState(false);
  const { data, error } = useQuery({ ...taskQuery(task.id), enabled: wanted, staleTime: 0 });
  const items = data ? itemsOf(data) : error ? [note(error.message)] : undefined;
  // Opens when it has something to offer, so that the keyboard lands on it.
  const open = wanted && items !== undefined;
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      open={open}
      onOpenChange={setWanted}
      menu={{
        items: items ?? [],
        onClick: ({ key, domEvent }) => {
          // The same Enter would press the first button of the form that opens.
          domEvent.preventDefault();
          // The form gives the keyboard back to where it found it.
          button.current?.focus();
          setWanted(false);
          onMove(key as MoveName);
        },
      }}
    >
      <Button
        ref={button}
        size="small"
        loading={wanted && !open}
        aria-label={t`办理：${task.title}`}
        aria-haspopup="menu"
        aria-expanded={open}
      >
        {t`办理`} <DownOutlined />
      </Button>
    </Dropdown>
  );
}

const note = (label: string) => ({ key: label, label, disabled: true });

function itemsOf({ moves, blocked, status }: TaskDetail): NonNullable<MenuProps['items']> {
  const open = moves.filter((move) => MOVE_FORMS[move]);
  const waiting = blocked.filter(({ move }) => MOVE_FORMS[move]);
  if (open.length + waiting.length === 0) return [note(t`您现在没有可以办理的事项`)];
  return [
    ...open.map((key) => ({ key, label: moveWord(key, status), danger: key === 'drop' })),
    ...waiting.map(({ move, why }) => ({
      key: move,
      disabled: true,
      label: (
        <span className="card-waits">
          {MOVES[move]}：{why}
        </span>
      ),
    })),
  ];
}
