import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Skeleton } from 'antd';
import { ask } from '../../../api/client';
import { listComments, writeComment, type WriteComment } from '../../../api/generated';
import { Failure } from '../../../components/Failure';
import { CommentForm } from './CommentForm';
import { CommentLine } from './CommentLine';
import './comments.css';
import { t } from '../../../language/t';

/** 评论: what those who see the task say to each other about it. */
export function CommentsCard({ taskId }: { taskId: string }) {
  const queries = useQueryClient();
  const queryKey = ['comments', taskId];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => ask(listComments({ path: { id: taskId } })) });
  const write = useMutation({
    mutationFn: (body: WriteComment) => ask(writeComment({ path: { id: taskId }, body })),
    onSuccess: (next) => {
      queries.setQueryData(queryKey, next);
      void queries.invalidateQueries({ queryKey: ['task-reminders', taskId] });
    },
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <Card title={data && data.total > 0 ? t`评论（${data.total}）` : t`评论`} className="comments-card">
      {!data && <Skeleton active title={false} />}
      {data && data.total > data.rows.length && (
        <p className="quiet small">
          {t`更早的`} {data.total - data.rows.length} {t`条从略。`}
        </p>
      )}
      {data && data.rows.length > 0 && (
        <ul className="comments">
          {data.rows.map((comment) => (
            <CommentLine key={comment.id} taskId={taskId} comment={comment} />
          ))}
        </ul>
      )}
      {data?.rows.length === 0 && !data.mayComment && <p className="quiet">{t`还没有评论。`}</p>}
      {data?.mayComment && (
        <div className="no-print">
          <CommentForm
            taskId={taskId}
            label={t`评论`}
            okText={t`发表评论`}
            sending={write.isPending}
            error={write.error}
            send={write.mutateAsync}
          />
        </div>
      )}
    </Card>
  );
}
