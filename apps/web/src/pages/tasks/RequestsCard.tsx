import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { withdrawRequest, type RequestView, type TaskDetail } from '../../api/generated';
import { DecideRequest } from '../../components/DecideRequest';
import { REQUESTS } from '../../words';
import { at } from '../../components/time';
import { otherRequests } from './extensions';
import { t } from '../../language/t';

const DECISIONS: Record<NonNullable<RequestView['decision']>, string> = {
  granted: t`同意`,
  refused: t`不同意`,
  withdrawn: t`已撤回`,
  overtaken: t`已另行处理`,
};

/** What was asked for about a task and how it was decided; granted extensions stand at the deadline. */
export function RequestsCard({ task }: { task: TaskDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [deciding, setDeciding] = useState<RequestView | null>(null);
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(withdrawRequest({ path: { id }, body: {} })),
    onSuccess: (next) => queries.setQueryData(['task', task.id], next),
    onError: (error) => void message.error(error.message),
  });
  const requests = otherRequests(task.requests);
  if (requests.length === 0) return null;
  const decides = task.moves.includes('decide-request');
  return (
    <Card title={t`延期与申请`}>
      <ul className="requests">
        {requests.map((request) => (
          <li key={request.id}>
            <div className="grow">
              <b>{REQUESTS[request.kind]}</b>{' '}
              {request.kind === 'extension' && `${request.fromDue ?? t`未定`} → ${request.toDue ?? t`长期`}`}
              <div className="narrative">{request.reason}</div>
              <div className="quiet small">
                {request.askedBy} · {at(request.askedAt)}
                {request.decidedAt && `；${request.decidedBy} · ${at(request.decidedAt)}`}
                {request.decisionNote && `：${request.decisionNote}`}
              </div>
            </div>
            <Tag>{request.decision === null ? t`等待批复` : DECISIONS[request.decision]}</Tag>
            {request.decision === null && decides && !request.mine && (
              <Button size="small" type="primary" onClick={() => setDeciding(request)}>
                {t`批复`}
              </Button>
            )}
            {request.decision === null && request.mine && task.moves.includes('withdraw-request') && (
              <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(request.id)}>
                {t`撤回申请`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deciding && <DecideRequest request={deciding} title={task.title} onClose={() => setDeciding(null)} />}
    </Card>
  );
}
