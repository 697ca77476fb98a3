import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Card, Descriptions } from 'antd';
import { useParams } from 'react-router';
import { ask } from '../../api/client';
import { openExternalItem, reportExternally, type ExternalItem } from '../../api/generated';
import { at } from '../../components/time';
import { LinkPage, OPENED_ONCE } from './LinkPage';
import { LinkReportForm } from './LinkReportForm';
import { t } from '../../language/t';

/** What the holder of an external link sees: one item, his own answers, one form. */
export default function ExternalPage() {
  const { token = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['external', token],
    queryFn: () => ask(openExternalItem({ body: { token } })),
    ...OPENED_ONCE,
  });
  return (
    <LinkPage title={t`工作进展填报`} data={data} error={error}>
      {(item) => <Item token={token} item={item} />}
    </LinkPage>
  );
}

function Item({ token, item }: { token: string; item: ExternalItem }) {
  const queries = useQueryClient();
  return (
    <>
      <Card>
        <h1>{item.title}</h1>
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'unit', label: t`填报单位`, children: item.unitName },
            { key: 'due', label: t`完成时限`, children: item.dueOn ?? t`未定` },
            { key: 'percent', label: t`现在进度`, children: `${item.percent}%` },
          ]}
        />
        <h2>{t`工作内容`}</h2>
        <p className="narrative">{item.asked}</p>
      </Card>
      {item.open ? (
        <LinkReportForm
          percent={item.percent}
          send={async (fields) => {
            const next = await ask(reportExternally({ body: { token, ...fields } }));
            queries.setQueryData(['external', token], next);
          }}
          refusal={({ message }) => <Alert type="error" showIcon title={message} style={{ marginBottom: 12 }} />}
        />
      ) : (
        <Alert type="info" showIcon title={t`这项工作现在不需要填报，如有疑问请联系交办单位。`} />
      )}
      <Card title={t`通过本链接填报的记录（${item.answers.length}）`}>
        {item.answers.length === 0 && <span className="quiet">{t`还没有填报过。`}</span>}
        <ul>
          {item.answers.map(({ id, at: instant, percent, narrative }) => (
            <li key={id}>
              <div className="quiet small">
                {at(instant)} · {percent}%
              </div>
              <div className="narrative">{narrative}</div>
            </li>
          ))}
        </ul>
      </Card>
      <footer className="quiet small">
        {t`链接有效期至`} {at(item.expiresAt)}
        {t`，只能填报这一项工作；填报内容会记入办理过程，请勿转发他人。`}
      </footer>
    </>
  );
}
