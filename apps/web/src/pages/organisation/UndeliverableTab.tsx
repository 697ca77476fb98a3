import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Popconfirm, Table } from 'antd';
import { ask } from '../../api/client';
import { enableAddress, listUndeliverableAddresses, type UndeliverableView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** Addresses that a mail server refused for good, among the people one administers. */
export const useUndeliverable = () =>
  useQuery({ queryKey: ['undeliverable'], queryFn: () => ask(listUndeliverableAddresses()) });

/** 退信地址: no mail goes there until it is corrected. */
export function UndeliverableTab() {
  const { data, error, refetch } = useUndeliverable();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const enable = useMutation({
    mutationFn: (address: string) => ask(enableAddress({ body: { address } })),
    onSuccess: () => message.success(t`已重新启用，以后的邮件会发往这个地址`),
    onError: (failure) => message.error(failure.message, 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['undeliverable'] }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <>
      <p className="quiet">
        {t`发信服务器明确退回的地址，系统不再向其发送。地址写错的，请在“人员”中修改此人的邮箱；地址无误、对方邮箱已恢复的，可重新启用。`}
      </p>
      <Table<UndeliverableView>
        rowKey="address"
        loading={!data}
        dataSource={data}
        pagination={false}
        scroll={{ x: 800 }}
        locale={{
          emptyText: <Empty description={t`没有退信的邮箱地址。邮件被对方服务器拒收时会列在这里，更正后重新启用。`} />,
        }}
        columns={[
          { title: t`邮箱地址`, dataIndex: 'address' },
          {
            title: t`使用人`,
            dataIndex: 'people',
            width: 160,
            render: (people: UndeliverableView['people']) =>
              people.map(({ name }) => name).join('、') || <span className="quiet">{t`已无人使用`}</span>,
          },
          { title: t`服务器的答复`, dataIndex: 'answer' },
          { title: t`退信时间`, dataIndex: 'since', width: 150, render: (since: string) => at(since) },
          {
            title: t`操作`,
            width: 210,
            render: (_, { address }) => (
              <Popconfirm
                title={t`重新启用这个地址？`}
                description={t`请先确认地址无误、对方邮箱可以收信。`}
                okText={t`重新启用`}
                onConfirm={() => enable.mutate(address)}
              >
                <Button size="small" aria-label={t`地址已更正，重新启用：${address}`}>
                  {t`地址已更正，重新启用`}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </>
  );
}
