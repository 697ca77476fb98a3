import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useParams } from 'react-router';
import { ask } from '../../api/client';
import { getUnsubscribe, unsubscribe, type UnsubscribeView } from '../../api/generated';
import { OPTIONAL_REMINDERS } from '../../words';
import { LinkPage, OPENED_ONCE } from './LinkPage';
import { t } from '../../language/t';

/** 退订, from the link in a mail; one comes back in the settings. */
export default function UnsubscribePage() {
  const { token = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['unsubscribe', token],
    queryFn: () => ask(getUnsubscribe({ path: { token } })),
    ...OPENED_ONCE,
  });
  return (
    <LinkPage title={t`邮件提醒退订`} data={data} error={error}>
      {(view) => <Ask token={token} view={view} />}
    </LinkPage>
  );
}

function Ask({ token, view }: { token: string; view: UnsubscribeView }) {
  const queries = useQueryClient();
  const decline = useMutation({
    mutationFn: () => ask(unsubscribe({ path: { token } })),
    onSuccess: (next) => queries.setQueryData(['unsubscribe', token], next),
  });
  const kinds = view.kinds.map((kind) => OPTIONAL_REMINDERS[kind].name).join('、');
  return (
    <Card>
      <h1>
        {t`不再邮件提醒：`}
        {kinds}
      </h1>
      {decline.error && <Alert type="error" showIcon title={decline.error.message} style={{ marginBottom: 12 }} />}
      {view.declined ? (
        <Alert
          type="success"
          showIcon
          title={t`${view.personName}，以后不再用邮件提醒您“${kinds}”。登录后在“邮件提醒设置”中可以恢复。`}
        />
      ) : (
        <>
          <p>
            {view.personName}
            {t`，退订后不再收到“`}
            {kinds}
            {t`”的邮件，登录系统仍能看到这些提醒；到期、逾期和催办的提醒照常发送。`}
          </p>
          <Button type="primary" size="large" block loading={decline.isPending} onClick={() => decline.mutate()}>
            {t`确认退订`}
          </Button>
        </>
      )}
    </Card>
  );
}
