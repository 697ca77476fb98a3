import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown, Layout, Modal, Skeleton } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { Suspense, useState } from 'react';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import { ask } from '../api/client';
import { signOut } from '../api/generated';
import { AbsencesModal } from '../components/AbsencesModal';
import { MailPreferenceModal } from '../components/MailPreferenceModal';
import { useHelpKey } from '../pages/help/useHelpKey';
import { PasswordForm } from '../session/PasswordPage';
import { useMay, useMe } from '../session/session';
import { ROLES } from '../words';
import { Bell } from './Bell';
import { FeedModal } from './FeedModal';
import { useMailMenu } from './mail-menu';
import { TopSearch } from './TopSearch';

export function AppLayout() {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const [away, setAway] = useState(false);
  const [mails, setMails] = useState(false);
  const [subscribing, setSubscribing] = useState(false);
  const navigate = useNavigate();
  useHelpKey();
  const leave = useMutation({
    mutationFn: () => ask(signOut()),
    onSuccess: () => {
      queries.clear();
      window.location.assign('/');
    },
    onError: (error) => message.error(error.message),
  });
  const pages = [
    { to: '/', name: '首页', shown: true },
    { to: '/reports', name: '报告', shown: useMay('report.read') },
    { to: '/tasks', name: '任务', shown: true },
    { to: '/problems', name: '问题', shown: true },
    { to: '/reminders', name: '提醒台账', shown: useMay('reminder.read') },
    { to: '/calendar', name: '工作日历', shown: true },
    { to: '/policies', name: '督办规则', shown: useMay('policy.manage') },
    { to: '/organisation', name: '单位与人员', shown: useMay('organisation.manage') },
    { to: '/audit', name: '操作日志', shown: useMay('audit.read') },
  ];
  const mailMenu = useMailMenu();
  const roles = me.roles.map(({ role, unitName }) => `${unitName} ${ROLES[role]}`);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">
        跳到主要内容
      </a>
      <Layout.Header className="top">
        <Link className="brand" to="/">
          落实
        </Link>
        <nav aria-label="主导航">
          {pages.map(
            ({ to, name, shown }) =>
              shown && (
                <NavLink key={to} to={to} end={to === '/'}>
                  {name}
                </NavLink>
              ),
          )}
        </nav>
        <TopSearch />
        <Bell />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'roles', label: <span className="quiet">{roles.join('；') || '尚无角色'}</span>, disabled: true },
              { type: 'divider' },
              { key: 'reminders', label: '我收到的提醒', onClick: () => void navigate('/my-reminders') },
              { key: 'feed', label: '日历订阅', onClick: () => setSubscribing(true) },
              ...mailMenu,
              { key: 'absence', label: '请假与代理', onClick: () => setAway(true) },
              { key: 'mails', label: '邮件提醒设置', onClick: () => setMails(true) },
              { key: 'password', label: '修改密码', onClick: () => setChanging(true) },
              { key: 'help', label: '使用说明', onClick: () => void navigate('/help') },
              { key: 'leave', label: '退出登录', onClick: () => leave.mutate() },
            ],
          }}
        >
          <button type="button" className="who" aria-haspopup="menu">
            {me.person.name} <DownOutlined style={{ fontSize: 11 }} />
          </button>
        </Dropdown>
      </Layout.Header>
      <main id="main">
        <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
          <Outlet />
        </Suspense>
      </main>
      <Modal open={changing} title="修改密码" footer={null} onCancel={() => setChanging(false)} destroyOnHidden>
        <PasswordForm
          onDone={() => {
            setChanging(false);
            void message.success('密码已修改，其他浏览器上的登录已退出');
          }}
        />
      </Modal>
      {mails && <MailPreferenceModal onClose={() => setMails(false)} />}
      {subscribing && <FeedModal onClose={() => setSubscribing(false)} />}
      {away && <AbsencesModal person={me.person} onClose={() => setAway(false)} />}
    </Layout>
  );
}
