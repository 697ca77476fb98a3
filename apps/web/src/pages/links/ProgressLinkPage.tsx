import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Descriptions } from 'antd';
import { useParams } from 'react-router';
import { ask } from '../../api/client';
import { openProgressLink, reportByMail, type LinkedTask } from '../../api/generated';
import { RefusedMove } from '../../components/RefusedMove';
import { at } from '../../components/time';
import { DEEDS } from '../../words';
import { LinkPage, OPENED_ONCE } from './LinkPage';
import { LinkReportForm } from './LinkReportForm';
import { t } from '../../language/t';

/** From the mail straight to the form: the progress of one task, by the one the mail went to. */
export default function ProgressLinkPage() {
  const { token = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['progress-link', token],
    queryFn: () => ask(openProgressLink({ body: { token } })),
    ...OPENED_ONCE,
  });
  return (
    <LinkPage title={t`更新任务进展`} data={data} error={error}>
      {(task) => <Linked token={token} task={task} />}
    </LinkPage>
  );
}

function Linked({ token, task }: { token: string; task: LinkedTask }) {
  const queries = useQueryClient();
  const queryKey = ['progress-link', token];
  const { title, unitName, dueOn, percent, last, personName, onBehalfOf, expiresAt, version } = task;
  return (
    <>
      <Card>
        <h1>{title}</h1>
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'unit', label: t`牵头单位`, children: unitName },
            { key: 'due', label: t`完成时限`, children: dueOn ?? t`未定` },
            ...(percent === null ? [] : [{ key: 'percent', label: t`现在进度`, children: `${percent}%` }]),
            { key: 'who', label: t`填报人`, children: onBehalfOf ? t`${personName}（代${onBehalfOf}）` : personName },
          ]}
        />
        <h2>{t`上次进展`}</h2>
        {last ? (
          <>
            <p className="narrative">{last.narrative}</p>
            <div className="quiet small">
              {last.by} · {at(last.at)} · {last.percent}%
            </div>
          </>
        ) : (
          <p className="quiet narrative">{t`还没有报送过进展。`}</p>
        )}
      </Card>
      <LinkReportForm
        percent={percent}
        send={async (fields) => {
          const next = await ask(reportByMail({ body: { token, version, ...fields } }));
          queries.setQueryData(queryKey, next);
        }}
        refusal={(error, reset) => <RefusedMove error={error} deeds={DEEDS} queryKey={queryKey} reset={reset} />}
      />
      <footer className="quiet small">
        {t`链接有效期至`} {at(expiresAt)}
        {t`，只能更新这一项任务的进展，以`}
        {personName}
        {t`的名义记入办理过程，请勿转发他人。 其他操作请`}
        <a href="/">{t`登录系统`}</a>
        {t`办理。`}
      </footer>
    </>
  );
}
