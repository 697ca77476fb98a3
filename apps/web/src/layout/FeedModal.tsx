import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Popconfirm, Skeleton, Space, Typography } from 'antd';
import { ask } from '../api/client';
import { getFeed, makeFeed, revokeFeed } from '../api/generated';
import { at } from '../components/time';
import { t } from '../language/t';

const KEY = ['feed'];

/** 日历订阅: an address by which one's own calendar program shows what is due. It is shown once; the server does not keep it. */
export function FeedModal({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const { data: feed, error } = useQuery({ queryKey: KEY, queryFn: () => ask(getFeed()) });
  const renew = () => queries.invalidateQueries({ queryKey: KEY });
  const make = useMutation({ mutationFn: () => ask(makeFeed()), onSuccess: () => void renew() });
  const revoke = useMutation({
    mutationFn: () => ask(revokeFeed()),
    onSuccess: () => {
      make.reset();
      void renew();
    },
  });
  const address = make.data && window.location.origin + make.data.path;
  const refused = error ?? make.error ?? revoke.error;
  return (
    <Modal open title={t`日历订阅`} footer={null} onCancel={onClose} destroyOnHidden>
      <p style={{ marginTop: 0 }}>
        {t`在电脑或手机的日历中订阅后，您负责的任务和阶段目标会按完成时限显示为全天日程，办结、改期、移交后自动更新。`}
      </p>
      {refused && <Alert type="error" showIcon title={refused.message} style={{ marginBottom: 12 }} />}
      {!feed && !error && <Skeleton active title={false} />}
      {address && (
        <section aria-label={t`订阅地址`}>
          <p>{t`请复制订阅地址。它只显示这一次；任何拿到它的人都能看到您的任务，请不要转发。`}</p>
          <Typography.Paragraph className="link-address" copyable={{ tooltips: [t`复制地址`, t`已复制`] }}>
            {address}
          </Typography.Paragraph>
        </section>
      )}
      {feed && (
        <Space wrap>
          {feed.createdAt === null ? (
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {t`生成订阅地址`}
            </Button>
          ) : (
            <>
              <Popconfirm
                title={t`重新生成后，原来的地址立即失效，需要在日历中重新订阅。`}
                okText={t`重新生成`}
                onConfirm={() => make.mutate()}
              >
                <Button loading={make.isPending}>{t`重新生成`}</Button>
              </Popconfirm>
              <Popconfirm title={t`停用后，日历中不再显示任务。`} okText={t`停用`} onConfirm={() => revoke.mutate()}>
                <Button danger loading={revoke.isPending}>
                  {t`停用`}
                </Button>
              </Popconfirm>
            </>
          )}
        </Space>
      )}
      {feed?.createdAt && (
        <p className="quiet small">
          {at(feed.createdAt)} {t`生成；`}
          {feed.lastUsedAt ? t`日历最近更新于 ${at(feed.lastUsedAt)}` : t`还没有日历使用过`}。
        </p>
      )}
      <h3 style={{ fontSize: 14, margin: '16px 0 4px' }}>{t`怎样添加`}</h3>
      <ul style={{ margin: 0, paddingInlineStart: 18, lineHeight: 1.8 }}>
        <li>{t`Outlook：日历 → 添加日历 → 从 Internet 订阅，粘贴地址。`}</li>
        <li>{t`苹果手机：设置 → 日历 → 账户 → 添加账户 → 其他 → 添加已订阅的日历，粘贴地址。`}</li>
        <li>{t`安卓手机：自带日历 → 设置 → 添加或导入日程 → URL 导入（各品牌名称略有不同），粘贴地址。`}</li>
      </ul>
      <p className="quiet small">{t`日历程序自行定时更新，一般每隔一至数小时。手机和电脑须能访问本系统的网址。`}</p>
    </Modal>
  );
}
