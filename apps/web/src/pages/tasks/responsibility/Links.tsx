import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, InputNumber, Modal, Popconfirm, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { makeLink, revokeLink, type LinkView, type ResponsibilityView, type TaskDetail } from '../../../api/generated';
import { at } from '../../../components/time';
import { t } from '../../../language/t';

interface Body {
  supportId: string | null;
  unitName: string;
}

/** 外部填报: links by which external bodies report this one item without an account. */
export function Links({ task, data }: { task: TaskDetail; data: ResponsibilityView }) {
  const [making, setMaking] = useState<Body | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const renew = () => queries.invalidateQueries({ queryKey: ['responsibility', task.id] });
  const revoke = useMutation({
    mutationFn: (linkId: string) => ask(revokeLink({ path: { id: task.id, linkId } })),
    onSuccess: () => void renew(),
    onError: (error) => void message.error(error.message, 6),
  });
  const bodies: Body[] = [
    ...(data.external ? [{ supportId: null, unitName: data.leadUnitName }] : []),
    ...data.support.filter(({ external }) => external).map(({ id, unitName }) => ({ supportId: id, unitName })),
  ];
  if (data.links.length === 0 && (!data.mayLink || bodies.length === 0)) return null;
  return (
    <section aria-label={t`外部填报链接`} className="no-print">
      <h3 className="support-head">{t`外部填报链接`}</h3>
      {data.mayLink && (
        <Space wrap>
          {bodies.map((body) => (
            <Button key={body.unitName} size="small" onClick={() => setMaking(body)}>
              {t`给“`}
              {body.unitName}
              {t`”生成链接`}
            </Button>
          ))}
        </Space>
      )}
      <ul className="support">
        {data.links.map((link) => (
          <li key={link.id} className="support-line">
            <span className="grow">
              {link.unitName} <State link={link} />
              <span className="quiet small">
                {link.createdBy}
                {t`于`} {at(link.createdAt)} {t`生成，有效期至`} {at(link.expiresAt)}；
                {link.lastUsedAt ? t`已填报 ${link.uses} 次，最近打开 ${at(link.lastUsedAt)}` : t`还没有打开过`}
              </span>
            </span>
            {link.valid && (
              <Popconfirm
                title={t`停用后链接立即失效，已填报的内容保留。`}
                okText={t`停用`}
                onConfirm={() => revoke.mutate(link.id)}
              >
                <Button size="small" aria-label={t`停用${link.unitName}的链接`}>
                  {t`停用`}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {making && <MakeLinkModal taskId={task.id} body={making} onMade={renew} onClose={() => setMaking(null)} />}
    </section>
  );
}

function State({ link: { valid, revokedAt } }: { link: LinkView }) {
  return <Tag>{valid ? t`有效` : revokedAt ? t`已停用` : t`已过期`}</Tag>;
}

interface MakeProps {
  taskId: string;
  body: Body;
  onMade: () => Promise<void>;
  onClose: () => void;
}

/** The link is shown once; the server does not keep it. */
function MakeLinkModal({ taskId, body: { supportId, unitName }, onMade, onClose }: MakeProps) {
  const [days, setDays] = useState(30);
  const make = useMutation({
    mutationFn: () => ask(makeLink({ path: { id: taskId }, body: { supportId, days } })),
    onSuccess: () => void onMade(),
  });
  const address = make.data && window.location.origin + make.data.path;
  return (
    <Modal
      open
      title={t`给“${unitName}”生成填报链接`}
      okText={address ? t`我已复制` : t`生成`}
      onOk={() => (address ? onClose() : make.mutate())}
      onCancel={onClose}
      confirmLoading={make.isPending}
      cancelButtonProps={{ style: address ? { display: 'none' } : {} }}
    >
      {make.error && <Alert type="error" showIcon title={make.error.message} style={{ marginBottom: 12 }} />}
      {address ? (
        <>
          <p style={{ marginTop: 0 }}>{t`请把链接发给对方。它只显示一次，只能填报这一项；发错时请在列表中停用。`}</p>
          <Typography.Paragraph className="link-address" copyable={{ tooltips: [t`复制链接`, t`已复制`] }}>
            {address}
          </Typography.Paragraph>
        </>
      ) : (
        <label>
          {t`有效期（天，最多 90）`}{' '}
          <InputNumber min={1} max={90} precision={0} value={days} onChange={(next) => setDays(next ?? 30)} />
        </label>
      )}
    </Modal>
  );
}
