import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { getResponsibility, type ResponsibilityView, type TaskDetail } from '../../../api/generated';
import { Failure } from '../../../components/Failure';
import { Links } from './Links';
import { Person } from './Person';
import { SetSupportModal } from './SetSupportModal';
import { SupportLine } from './SupportLine';
import './responsibility.css';
import { t } from '../../../language/t';

/** 责任分工: who leads, who answers, who supports with what, and who acts for whom at present. */
export function ResponsibilityCard({ task }: { task: TaskDetail }) {
  const [setting, setSetting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['responsibility', task.id, task.version],
    queryFn: () => ask(getResponsibility({ path: { id: task.id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const { support } = data;
  const waiting = support.filter(({ doneOn, waivedOn }) => !doneOn && !waivedOn).length;
  return (
    <Card
      title={t`责任分工`}
      extra={
        task.moves.includes('set-support') && (
          <Button size="small" onClick={() => setSetting(true)}>
            {t`安排配合单位`}
          </Button>
        )
      }
    >
      <Lead data={data} />
      {support.length > 0 && (
        <section aria-label={t`配合单位`}>
          <h3 className="support-head">
            {t`配合单位（`}
            {support.length}）
            <span className="quiet small">{waiting > 0 ? t`还有 ${waiting} 个没有完成` : t`全部完成`}</span>
          </h3>
          <ul className="support">
            {support.map((one) => (
              <SupportLine key={one.id} task={task} support={one} />
            ))}
          </ul>
        </section>
      )}
      <Links task={task} data={data} />
      {setting && <SetSupportModal task={task} data={data} onClose={() => setSetting(false)} />}
    </Card>
  );
}

function Lead({ data }: { data: ResponsibilityView }) {
  const { leadUnitName, external, contact, assignee, positionTitle, leader } = data;
  const items = [
    {
      key: 'unit',
      label: t`牵头单位`,
      children: (
        <span>
          {leadUnitName} {external && <Tag>{t`外部单位`}</Tag>}
          {contact && (
            <span className="quiet small">
              {t`联系人：`}
              {contact}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'person',
      label: t`责任人`,
      children: assignee ? (
        <Person of={assignee} title={positionTitle} />
      ) : positionTitle ? (
        <span>
          {positionTitle}
          {t`（空缺）`}
          <span className="quiet small">{t`由接任这一职务的人负责，此前由单位联络员办理`}</span>
        </span>
      ) : external ? (
        t`由督办员代为填报`
      ) : (
        t`单位联络员`
      ),
    },
    ...(leader ? [{ key: 'leader', label: t`挂点领导`, children: <Person of={leader} /> }] : []),
  ];
  return <Descriptions column={{ xs: 1, sm: 2, lg: 1 }} items={items} />;
}
