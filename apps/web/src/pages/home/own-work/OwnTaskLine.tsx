import { Button, Progress } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../../api/client';
import { acceptTask } from '../../../api/generated';
import { LightTag } from '../../../components/LightTag';
import { PaceWord } from '../../../components/PaceWord';
import { RefusedMove } from '../../../components/RefusedMove';
import { StatusTag } from '../../../components/StatusTag';
import { DEEDS } from '../../../words';
import { presetsFrom } from './presets';
import { QuickReport } from './QuickReport';
import type { OwnTask } from './urgency-words';
import { OWN_WORK, useOwnMove } from './useOwnMove';
import { t } from '../../../language/t';

/** One of my tasks: what it is, when it is due, and the next step in one tap. */
export function OwnTaskLine({ task }: { task: OwnTask }) {
  const { id, title, version, progress } = task;
  const [percent, setPercent] = useState<number | null>(null);
  const accept = useOwnMove(
    () => ask(acceptTask({ path: { id }, body: { version } })),
    () => t`已签收：${title}`,
  );
  return (
    <li className="own-task">
      <div>
        <div className="own-task-head">
          <Link to={`/tasks/${id}`}>{title}</Link>
          <LightTag light={task.light} status={task.status} />
        </div>
        <div className="meta">
          <span>{task.dueOn ? t`${task.dueOn} 前` : t`未定时限`}</span>
          <span>{task.leadUnitName}</span>
          <PaceWord pace={task.pace} />
          <StatusTag status={task.status} />
        </div>
        {task.sentBack !== null && (
          <p className="sent-back">
            {t`退回补办：`}
            {task.sentBack || t`没有写明理由`}
          </p>
        )}
        <Progress percent={progress} size="small" status="normal" aria-label={t`${title}的进度`} />
      </div>
      {accept.error && <RefusedMove error={accept.error} deeds={DEEDS} queryKey={OWN_WORK} reset={accept.reset} />}
      {task.mayAccept && (
        <div className="own-task-steps">
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate(undefined)}
            aria-label={t`签收：${title}`}
          >
            {t`签收`}
          </Button>
        </div>
      )}
      {task.mayReport && percent === null && (
        <div className="own-task-steps" role="group" aria-label={t`上报进展：${title}`}>
          {!task.brokenDown &&
            presetsFrom(progress).map(({ label, percent: next }) => (
              <Button key={label} onClick={() => setPercent(next)}>
                {label}
              </Button>
            ))}
          {(task.brokenDown || progress === 100) && <Button onClick={() => setPercent(progress)}>{t`报进展`}</Button>}
          {progress === 100 && (
            <Link className="own-task-submit" to={`/tasks/${id}`}>
              {t`打开任务，提交核实`}
            </Link>
          )}
        </div>
      )}
      {percent !== null && <QuickReport task={task} percent={percent} onClose={() => setPercent(null)} />}
    </li>
  );
}
