import { Button, Card } from 'antd';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listOpenRequests, type OpenRequest } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { lazyPart } from '../../components/lazy-part';
import { More, usePages } from '../../components/pages';
import { REQUESTS } from '../../words';
import { t } from '../../language/t';

const DecideRequest = lazyPart(() => import('../../components/DecideRequest'), 'DecideRequest');

const SHOWN = 6;

/** 待批申请: what waits for a decision of the present person; nothing when nothing does. */
export function OpenRequestsCard() {
  const [deciding, setDeciding] = useState<OpenRequest | null>(null);
  const list = usePages(['requests'], (cursor) => ask(listOpenRequests({ query: { cursor, limit: SHOWN } })));
  if (list.error) return <Failure error={list.error} retry={() => void list.refetch()} />;
  if (!list.rows?.length) return null;
  return (
    <Card title={t`待批申请（${list.total}）`}>
      {list.rows.map((request) => (
        <div className="task-line" key={request.id}>
          <Link to={`/tasks/${request.taskId}`}>{request.taskTitle}</Link>
          <Button
            size="small"
            type="primary"
            aria-label={t`批复：${request.taskTitle}`}
            onClick={() => setDeciding(request)}
          >
            {t`批复`}
          </Button>
          <div className="meta">
            <span>
              {REQUESTS[request.kind]}
              {request.kind === 'extension' && ` ${request.fromDue} → ${request.toDue}`}
            </span>
            <span>
              {request.leadUnitName} · {request.askedBy}
            </span>
            <span>{request.reason}</span>
          </div>
        </div>
      ))}
      <More list={list} />
      <Suspense>
        {deciding && <DecideRequest request={deciding} title={deciding.taskTitle} onClose={() => setDeciding(null)} />}
      </Suspense>
    </Card>
  );
}
