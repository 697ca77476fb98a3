import type { MenuProps } from 'antd';
import { Link } from 'react-router';
import { useMay, useMe } from '../session/session';
import { t } from '../language/t';

/** What the menu of the person offers around mails, robots and queues. */
export function useMailMenu(): NonNullable<MenuProps['items']> {
  const { administersAll } = useMe();
  const rules = useMay('policy.manage');
  return [
    { key: 'mailbox', label: <Link to="/mailbox">{t`本机邮箱`}</Link> },
    ...(rules ? [{ key: 'channels', label: <Link to="/channels">{t`群机器人`}</Link> }] : []),
    ...(administersAll
      ? [
          { key: 'mail-templates', label: <Link to="/mail-templates">{t`邮件模板`}</Link> },
          { key: 'set-up', label: <Link to="/set-up">{t`初始设置`}</Link> },
          { key: 'system', label: <Link to="/system">{t`系统状态`}</Link> },
          // A page of its own, outside of this application.
          { key: 'queues', label: <a href="/queues">{t`任务队列`}</a> },
        ]
      : []),
    { type: 'divider' },
  ];
}
