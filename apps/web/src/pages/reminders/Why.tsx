import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { ask } from '../../api/client';
import { explainReminders } from '../../api/generated';

/** Why a person did, or did not, get mails about a task, in sentences. */
export function Why({ taskId, personId }: { taskId: string; personId: string | undefined }) {
  const { data, error } = useQuery({
    queryKey: ['explanation', taskId, personId],
    queryFn: () => ask(explainReminders({ path: { id: taskId }, query: { personId } })),
  });
  if (error) return <Alert type="warning" showIcon title={error.message} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  return (
    <ul className="why">
      {data.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
