import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown } from 'antd';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../api/client';
import { signOut } from '../api/generated';
import { useAppearanceMenu } from '../appearance/useAppearanceMenu';
import { lazyPart } from '../components/lazy-part';
import { changeLanguage, OTHER_LANGUAGE } from '../language/language';
import { dropDrafts } from '../drafts/draft-store';
import { useMe } from '../session/session';
import { ROLES } from '../words';
import { useMailMenu } from './mail-menu';
import { t } from '../language/t';

// Seldom opened: loaded when they are.
const AbsencesModal = lazyPart(() => import('../components/AbsencesModal'), 'AbsencesModal');
const MailPreferenceModal = lazyPart(() => import('../components/MailPreferenceModal'), 'MailPreferenceModal');
const FeedModal = lazyPart(() => import('./FeedModal'), 'FeedModal');
const PasswordModal = lazyPart(() => import('../session/PasswordModal'), 'PasswordModal');

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
            { key: 'roles', label: <span className="quiet">{roles.join('；') || t`尚无角色`}</span>, disabled: true },
            { type: 'divider' },
            { key: 'reminders', label: t`我收到的提醒`, onClick: () => void navigate('/my-reminders') },
            { key: 'feed', label: t`日历订阅`, onClick: () => setDialog('feed') },
            ...mailMenu,
            { key: 'absence', label: t`请假与代理`, onClick: () => setDialog('absence') },
            { key: 'mails', label: t`邮件提醒设置`, onClick: () => setDialog('mails') },
            { key: 'password', label: t`修改密码`, onClick: () => setDialog('password') },
            { type: 'divider' },
            ...appearance,
            { type: 'divider' },
            { key: 'language', label: OTHER_LANGUAGE.name, onClick: () => changeLanguage(OTHER_LANGUAGE.language) },
            { key: 'help', label: t`使用说明`, onClick: () => void navigate('/help') },
            { key: 'leave', label: t`退出登录`, onClick: () => leave.mutate() },
          ],
        }}
      >
        <button type="button" className="who" aria-haspopup="menu">
          {me.person.name} <DownOutlined style={{ fontSize: 11 }} />
        </button>
      </Dropdown>
      <Suspense>
        {dialog === 'password' && <PasswordModal onClose={close} />}
        {dialog === 'mails' && <MailPreferenceModal onClose={close} />}
        {dialog === 'feed' && <FeedModal onClose={close} />}
        {dialog === 'absence' && <AbsencesModal person={me.person} onClose={close} />}
      </Suspense>
    </>
  );
}
