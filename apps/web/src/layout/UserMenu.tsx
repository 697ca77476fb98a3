import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../api/client';
import { signOut } from '../api/generated';
import { useAppearanceMenu } from '../appearance/useAppearanceMenu';
import { dropDrafts } from '../drafts/draft-store';
import { PasswordForm } from '../session/PasswordPage';
import { useMe } from '../session/session';
import { ROLES } from '../words';
import { useMailMenu } from './mail-menu';

// Seldom opened: loaded when they are.
const AbsencesModal = lazy(async () => ({ default: (await import('../components/AbsencesModal')).AbsencesModal }));
const MailPreferenceModal = lazy(async () => ({
  default: (await import('../components/MailPreferenceModal')).MailPreferenceModal,
}));
const FeedModal = lazy(async () => ({ default: (await import('./FeedModal')).FeedModal }));

type Dialog = 'password' | 'absence' | 'mails' | 'feed';

/** The menu of the person: what concerns oneself and the way out. */
export function UserMenu() {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const navigate = useNavigate();
  const mailMenu = useMailMenu();
  const appearance = useAppearanceMenu();
  const leave = useMutation({
    mutationFn: () => ask(signOut()),
    onSuccess: () => {
      dropDrafts(me.person.id);
      queries.clear();
      window.location.assign('/');
    },
    onError: (error) => message.error(error.message),
  });
  const close = () => setDialog(null);
  const roles = me.roles.map(({ role, unitName }) => `${unitName} ${ROLES[role]}`);
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: [
            { key: 'roles', label: <span className="quiet">{roles.join('；') || '尚无角色'}</span>, disabled: true },
            { type: 'divider' },
            { key: 'reminders', label: '我收到的提醒', onClick: () => void navigate('/my-reminders') },
            { key: 'feed', label: '日历订阅', onClick: () => setDialog('feed') },
            ...mailMenu,
            { key: 'absence', label: '请假与代理', onClick: () => setDialog('absence') },
            { key: 'mails', label: '邮件提醒设置', onClick: () => setDialog('mails') },
            { key: 'password', label: '修改密码', onClick: () => setDialog('password') },
            { type: 'divider' },
            ...appearance,
            { type: 'divider' },
            { key: 'leave', label: '退出登录', onClick: () => leave.mutate() },
          ],
        }}
      >
        <button type="button" className="who" aria-haspopup="menu">
          {me.person.name} <DownOutlined style={{ fontSize: 11 }} />
        </button>
      </Dropdown>
      <Modal open={dialog === 'password'} title="修改密码" footer={null} onCancel={close} destroyOnHidden>
        <PasswordForm
          onDone={() => {
            close();
            void message.success('密码已修改，其他浏览器上的登录已退出');
          }}
        />
      </Modal>
      <Suspense>
        {dialog === 'mails' && <MailPreferenceModal onClose={close} />}
        {dialog === 'feed' && <FeedModal onClose={close} />}
        {dialog === 'absence' && <AbsencesModal person={me.person} onClose={close} />}
      </Suspense>
    </>
  );
}
