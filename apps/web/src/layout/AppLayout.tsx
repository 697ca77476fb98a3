import { Layout } from 'antd';
import { Link } from 'react-router';
import { LeaveGuard } from '../drafts/LeaveGuard';
import { useHelpKey } from '../pages/help/useHelpKey';
import { useMay } from '../session/session';
import { Bell } from './Bell';
import { MainMenu } from './MainMenu';
import { PageFrame } from './PageFrame';
import { ServerAway } from './ServerAway';
import { TopSearch } from './TopSearch';
import { useFocusReturn } from './useFocusReturn';
import { useScrollableTables } from './useScrollableTables';
import { UserMenu } from './UserMenu';
import { t } from '../language/t';

export function AppLayout() {
  const pages = [
    { to: '/', name: t`首页`, shown: true },
    { to: '/reports', name: t`报告`, shown: useMay('report.read') },
    { to: '/tasks', name: t`任务`, shown: true },
    { to: '/problems', name: t`问题`, shown: true },
    { to: '/reminders', name: t`提醒台账`, shown: useMay('reminder.read') },
    { to: '/calendar', name: t`工作日历`, shown: true },
    { to: '/policies', name: t`督办规则`, shown: useMay('policy.manage') },
    { to: '/organisation', name: t`单位与人员`, shown: useMay('organisation.manage') },
    { to: '/audit', name: t`操作日志`, shown: useMay('audit.read') },
  ];
  useFocusReturn();
  useHelpKey();
  useScrollableTables();
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">
        {t`跳到主要内容`}
      </a>
      <Layout.Header className="top">
        <Link className="brand" to="/">
          {t`落实`}
        </Link>
        <MainMenu pages={pages} />
        <TopSearch />
        <Bell />
        <UserMenu />
      </Layout.Header>
      <ServerAway />
      <main id="main" tabIndex={-1}>
        <PageFrame />
      </main>
      <LeaveGuard />
    </Layout>
  );
}
