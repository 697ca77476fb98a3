import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, createRoutesFromElements, Outlet, Route, RouterProvider } from 'react-router';
import { Themed } from './appearance/Themed';
import { ApiError } from './api/client';
import { AppLayout } from './layout/AppLayout';
import { NotFound } from './layout/NotFound';
import { SessionGate } from './session/session';
import { language } from './language/language';
import './appearance/palette.css';
import './styles.css';

if (language === 'zh-CN') dayjs.locale('zh-cn');

const HomePage = lazy(() => import('./pages/home/HomePage'));
const ReportsPage = lazy(() => import('./pages/reports/ReportsPage'));
const ReviewPage = lazy(() => import('./pages/review/ReviewPage'));
const ChangesPage = lazy(() => import('./pages/editions/ChangesPage'));
const TasksPage = lazy(() => import('./pages/tasks/TasksPage'));
const LedgerImportPage = lazy(() => import('./pages/ledger/LedgerImportPage'));
const TaskPage = lazy(() => import('./pages/tasks/TaskPage'));
const ProblemsPage = lazy(() => import('./pages/problems/ProblemsPage'));
const ThreeListsPage = lazy(() => import('./pages/problems/ThreeListsPage'));
const LookBacksPage = lazy(() => import('./pages/problems/LookBacksPage'));
const HookedLeadersPage = lazy(() => import('./pages/problems/HookedLeadersPage'));
const HookedLeaderPage = lazy(() => import('./pages/problems/HookedLeaderPage'));
const InspectionsPage = lazy(() => import('./pages/inspections/InspectionsPage'));
const RoundPage = lazy(() => import('./pages/inspections/RoundPage'));
const CheckPage = lazy(() => import('./pages/inspections/CheckPage'));
const ProblemPage = lazy(() => import('./pages/problems/ProblemPage'));
const CalendarPage = lazy(() => import('./pages/calendar/CalendarPage'));
const AuditPage = lazy(() => import('./pages/audit/AuditPage'));
const RemindersPage = lazy(() => import('./pages/reminders/RemindersPage'));
const MyRemindersPage = lazy(() => import('./pages/reminders/MyRemindersPage'));
const SetUpPage = lazy(() => import('./pages/set-up/SetUpPage'));
const SystemPage = lazy(() => import('./pages/system/SystemPage'));
const HelpPage = lazy(() => import('./pages/help/HelpPage'));
const SearchPage = lazy(() => import('./pages/search/SearchPage'));
const PoliciesPage = lazy(() => import('./pages/policies/PoliciesPage'));
const ExternalPage = lazy(() => import('./pages/links/ExternalPage'));
const ProgressLinkPage = lazy(() => import('./pages/links/ProgressLinkPage'));
const UnsubscribePage = lazy(() => import('./pages/links/UnsubscribePage'));
const MailboxPage = lazy(() => import('./pages/mailbox/MailboxPage'));
const MailTemplatesPage = lazy(() => import('./pages/mail-templates/MailTemplatesPage'));
const ChannelsPage = lazy(() => import('./pages/channels/ChannelsPage'));
const OrganisationPage = lazy(() => import('./pages/organisation/OrganisationPage'));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost connection and a lost session are worth another try, and wait for their return.
      retry: (failures, error) =>
        failures < 2 &&
        error instanceof ApiError &&
        (error.status === 0 || error.status >= 502 || error.code === 'session.none'),
    },
    // What is sent is never kept back: the form says at once that it did not arrive.
    mutations: { networkMode: 'always' },
  },
});

const router = createBrowserRouter(
  createRoutesFromElements(
    <>
      {/* For whoever holds a link; everything else is behind the sign-in. */}
      <Route
        element={
          <Suspense>
            <Outlet />
          </Suspense>
        }
      >
        <Route path="external/:token" element={<ExternalPage />} />
        <Route path="progress/:token" element={<ProgressLinkPage />} />
        <Route path="unsubscribe/:token" element={<UnsubscribePage />} />
      </Route>
      <Route element={<SessionGate />}>
        <Route element={<AppLayout />}>
          <Route index element={<HomePage />} />
          <Route path="reports" element={<ReportsPage />} />
          <Route path="reports/:id" element={<ReviewPage />} />
          <Route path="reports/:id/changes" element={<ChangesPage />} />
          <Route path="tasks" element={<TasksPage />} />
          <Route path="tasks/import" element={<LedgerImportPage />} />
          <Route path="tasks/:id" element={<TaskPage />} />
          <Route path="problems" element={<ProblemsPage />} />
          <Route path="problems/three-lists" element={<ThreeListsPage />} />
          <Route path="problems/look-backs" element={<LookBacksPage />} />
          <Route path="problems/leaders" element={<HookedLeadersPage />} />
          <Route path="problems/leaders/:id" element={<HookedLeaderPage />} />
          <Route path="problems/inspections" element={<InspectionsPage />} />
          <Route path="problems/inspections/:id" element={<RoundPage />} />
          <Route path="problems/inspections/checks/:id" element={<CheckPage />} />
          <Route path="problems/:id" element={<ProblemPage />} />
          <Route path="calendar" element={<CalendarPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="reminders" element={<RemindersPage />} />
          <Route path="my-reminders" element={<MyRemindersPage />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="policies" element={<PoliciesPage />} />
          <Route path="mailbox" element={<MailboxPage />} />
          <Route path="mail-templates" element={<MailTemplatesPage />} />
          <Route path="channels" element={<ChannelsPage />} />
          <Route path="set-up" element={<SetUpPage />} />
          <Route path="system" element={<SystemPage />} />
          <Route path="help" element={<HelpPage />} />
          <Route path="organisation" element={<OrganisationPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </>,
  ),
);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Themed>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Themed>
  </StrictMode>,
);
