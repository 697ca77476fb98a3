import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Popconfirm, Skeleton, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listChannels, removeChannel, testChannel, type ChannelView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { at } from '../../components/time';
import { CHANNEL_KINDS } from '../../words';
import { ChannelModal } from './ChannelModal';
import { t } from '../../language/t';

/** 群机器人: groups that are told every working day how a unit stands. */
export default function ChannelsPage() {
  const { data, error, refetch } = useQuery({ queryKey: ['channels'], queryFn: () => ask(listChannels()) });
  const [editing, setEditing] = useState<{ channel?: ChannelView } | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const renew = () => queries.invalidateQueries({ queryKey: ['channels'] });
  const test = useMutation({
    mutationFn: ({ id }: ChannelView) => ask(testChannel({ path: { id } })),
    onSuccess: ({ name }) => message.success(t`测试消息已送达“${name}”`),
    onError: (failure) => message.error(failure.message, 8),
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: ({ id }: ChannelView) => ask(removeChannel({ path: { id } })),
    onSuccess: () => message.success(t`群机器人已删除`),
    onError: (failure) => message.error(failure.message, 6),
    onSettled: renew,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">{t`群机器人`}</h1>
        <Button type="primary" onClick={() => setEditing({})}>
          {t`添加群机器人`}
        </Button>
      </div>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`每个工作日上午 9 点，把本单位及下级单位逾期、临近到期的任务数和最急的十项发到企业微信、钉钉或飞书群，每天一次；没有时不发。`}
      </p>
      <Table<ChannelView>
        rowKey="id"
        dataSource={data}
        pagination={false}
        scroll={{ x: 980 }}
        locale={{
          emptyText: <Empty description={t`还没有群机器人。在群设置中添加机器人，把它的 Webhook 地址填到这里。`} />,
        }}
        columns={[
          {
            title: t`名称`,
            dataIndex: 'name',
            render: (name: string, { active }) => (
              <>
                {name} {!active && <Tag>{t`已停用`}</Tag>}
              </>
            ),
          },
          { title: t`单位`, dataIndex: 'unitName', width: 160 },
          {
            title: t`种类`,
            dataIndex: 'kind',
            width: 170,
            render: (kind: ChannelView['kind'], { host, hasSecret }) => (
              <>
                {CHANNEL_KINDS[kind]}
                {hasSecret && t`（加签）`}
                <div className="quiet small">{host}</div>
              </>
            ),
          },
          {
            title: t`最近一次`,
            key: 'last',
            width: 330,
            render: (_, { lastAnswer, lastPostedAt, failing }) => (
              <>
                {lastAnswer === null ? (
                  <span className="quiet">{t`还没有发送`}</span>
                ) : (
                  <>
                    <Tag color={failing ? 'error' : 'success'}>{failing ? t`未送达` : t`正常`}</Tag>
                    {lastAnswer}
                  </>
                )}
                {lastPostedAt && (
                  <div className="quiet small">
                    {t`每日消息`} {at(lastPostedAt)}
                  </div>
                )}
              </>
            ),
          },
          {
            title: t`操作`,
            width: 230,
            render: (_, channel) => (
              <Space>
                <Button
                  size="small"
                  loading={test.isPending && test.variables.id === channel.id}
                  onClick={() => test.mutate(channel)}
                  aria-label={t`发送测试：${channel.name}`}
                >
                  {t`发送测试`}
                </Button>
                <Button size="small" onClick={() => setEditing({ channel })} aria-label={t`修改：${channel.name}`}>
                  {t`修改`}
                </Button>
                <Popconfirm
                  title={t`删除“${channel.name}”？`}
                  description={t`此后不再向这个群发送；群里的机器人请在群设置中移除。`}
                  okText={t`删除`}
                  onConfirm={() => remove.mutate(channel)}
                >
                  <Button size="small" danger aria-label={t`删除：${channel.name}`}>
                    {t`删除`}
                  </Button>
                </Popconfirm>
              </Space>
            ),
          },
        ]}
      />
      {editing && <ChannelModal {...editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
