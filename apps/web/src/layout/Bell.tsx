import { BellOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Badge, Button, Empty, Popover, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../api/client';
import { readBell, type BellLine } from '../api/generated';
import { at } from '../components/time';
import { useBell } from './useBell';
import './bell.css';
import { t } from '../language/t';

const MOST = 99;

/** On a phone the panel is wider than the place beside the bell: it moves until all of it is seen. */
const WITHIN_WINDOW = { overflow: { shiftX: true } };

/** 铃铛: how many of one's own reminders are unread, live, and the newest of them. */
export function Bell() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const { data, error } = useBell();
  const read = useMutation({
    mutationFn: (ids: string[] | undefined) => ask(readBell({ body: { ids } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['bell'] }),
    onError: (refused) => void message.error(refused.message),
  });
  const unread = data?.unread ?? 0;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const content = (
    <section
      ref={panel}
      className="bell-panel"
      tabIndex={-1}
      aria-label={t`我的提醒`}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div className="bell-head">
        <b className="grow">{t`提醒`}</b>
        <Button size="small" disabled={unread === 0} loading={read.isPending} onClick={() => read.mutate(undefined)}>
          {t`全部标为已读`}
        </Button>
      </div>
      {error && !data && <p className="quiet">{error.message}</p>}
      {!data && !error && <Skeleton active title={false} />}
      {data && data.rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`没有提醒`} />}
      <ul className="bell-lines">
        {data?.rows.map((line) => (
          <Line
            key={line.id}
            line={line}
            onRead={() => read.mutate([line.id])}
            onOpen={() => {
              if (!line.read) read.mutate([line.id]);
              setOpen(false);
            }}
          />
        ))}
      </ul>
      <Link to="/my-reminders" onClick={() => setOpen(false)}>
        {t`我收到的全部提醒`}
      </Link>
    </section>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      align={WITHIN_WINDOW}
      open={open}
      onOpenChange={setOpen}
      afterOpenChange={(shown) => shown && panel.current?.focus()}
      content={content}
      destroyOnHidden
    >
      <button
        ref={button}
        type="button"
        className="bell"
        aria-label={
          unread === 0 ? t`提醒，没有未读` : t`提醒，${unread > MOST ? t`${MOST} 条以上` : t`${unread} 条`}未读`
        }
        aria-expanded={open}
      >
        <Badge count={unread} overflowCount={MOST} size="small">
          <BellOutlined />
        </Badge>
      </button>
    </Popover>
  );
}

interface LineProps {
  line: BellLine;
  onRead: () => void;
  onOpen: () => void;
}

function Line({ line, onRead, onOpen }: LineProps) {
  const { taskId, taskTitle, taskCode, opens, rule, note, insteadOfName, dueOn, createdAt, read } = line;
  const name = taskTitle ?? t`${taskCode}（您现在不能查看这项任务）`;
  return (
    <li data-unread={!read || undefined}>
      <div className="grow">
        <div>
          {!read && <span className="unread-word">{t`未读`}</span>} {rule}
          {insteadOfName && t`（代${insteadOfName}）`}
        </div>
        {opens ? (
          <Link to={`/tasks/${taskId}`} onClick={onOpen}>
            {name}
          </Link>
        ) : (
          <span className="quiet">{name}</span>
        )}
        {note && <div className="small narrative">{note}</div>}
        <div className="quiet small">
          {t`时限`} {dueOn} · {at(createdAt)}
        </div>
      </div>
      {!read && (
        <Button size="small" type="text" aria-label={t`“${name}”的${rule}提醒标为已读`} onClick={onRead}>
          {t`标为已读`}
        </Button>
      )}
    </li>
  );
}
