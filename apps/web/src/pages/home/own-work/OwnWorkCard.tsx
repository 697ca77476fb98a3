import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { ask } from '../../../api/client';
import { getOwnWork } from '../../../api/generated';
import { Failure } from '../../../components/Failure';
import { Waiting } from '../Waiting';
import { OwnTaskLine } from './OwnTaskLine';
import { OWN_WORK } from './useOwnMove';
import { URGENCIES, type OwnTask } from './urgency-words';
import { t } from '../../../language/t';

/** 我的任务 by urgency, each with its next step at hand. */
export function OwnWorkCard({ onlyWithTasks = false }: { onlyWithTasks?: boolean }) {
  const { data, error, refetch } = useQuery({ queryKey: OWN_WORK, queryFn: () => ask(getOwnWork()) });
  if (onlyWithTasks && !data?.tasks.length) return null;
  return (
    <Card className="own-work home-list" title={t`我的任务`} extra={<Link to="/tasks?mine=true">{t`全部`}</Link>}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting rows={8} />}
      {data && data.tasks.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`现在没有要您办理的任务`} />
      )}
      {data &&
        (Object.keys(URGENCIES) as OwnTask['urgency'][]).map((urgency) => {
          const tasks = data.tasks.filter((task) => task.urgency === urgency);
          if (tasks.length === 0) return null;
          return (
            <Fragment key={urgency}>
              <h2>
                {URGENCIES[urgency]}（{tasks.length}）
              </h2>
              <ul>
                {tasks.map((task) => (
                  <OwnTaskLine key={task.id} task={task} />
                ))}
              </ul>
            </Fragment>
          );
        })}
      {data?.more && (
        <p>
          {t`这里只列出最先到期的`} {data.tasks.length} {t`项，`}
          <Link to="/tasks?mine=true">{t`查看全部任务`}</Link>。
        </p>
      )}
      {!!data?.submitted && (
        <p className="quiet">
          {t`另有`}{' '}
          <Link to="/tasks?mine=true&status=submitted">
            {data.submitted} {t`项已提交，等待核实`}
          </Link>
          。
        </p>
      )}
    </Card>
  );
}
