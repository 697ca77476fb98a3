/** What the addresses of pages need to be filled in with. */
export interface Ids {
  report: string;
  /** A corrected version of a report. */
  edition: string;
  task: string;
  problem: string;
  leader: string;
  round: string;
  check: string;
}

/** Every route of the web (the paths of app.tsx) with an address at which it shows something. */
export const ROUTES: Record<string, (ids: Ids) => string> = {
  '/': () => '/',
  'external/:token': () => '/external/not-a-link',
  'progress/:token': () => '/progress/not-a-link',
  'unsubscribe/:token': () => '/unsubscribe/not-a-link',
  reports: () => '/reports',
  'reports/:id': ({ report }) => `/reports/${report}`,
  'reports/:id/changes': ({ edition }) => `/reports/${edition}/changes`,
  tasks: () => '/tasks',
  'tasks/import': () => '/tasks/import',
  'tasks/:id': ({ task }) => `/tasks/${task}`,
  problems: () => '/problems',
  'problems/three-lists': () => '/problems/three-lists',
  'problems/look-backs': () => '/problems/look-backs',
  'problems/leaders': () => '/problems/leaders',
  'problems/leaders/:id': ({ leader }) => `/problems/leaders/${leader}`,
  'problems/inspections': () => '/problems/inspections',
  'problems/inspections/:id': ({ round }) => `/problems/inspections/${round}`,
  'problems/inspections/checks/:id': ({ check }) => `/problems/inspections/checks/${check}`,
  'problems/:id': ({ problem }) => `/problems/${problem}`,
  calendar: () => '/calendar',
  audit: () => '/audit',
  reminders: () => '/reminders',
  'my-reminders': () => '/my-reminders',
  search: () => '/search?q=%E6%95%B4%E6%94%B9',
  policies: () => '/policies',
  mailbox: () => '/mailbox',
  'mail-templates': () => '/mail-templates',
  channels: () => '/channels',
  'set-up': () => '/set-up',
  system: () => '/system',
  help: () => '/help',
  organisation: () => '/organisation',
  '*': () => '/no-such-page',
};

/** The routes that app.tsx declares. */
export function routesIn(main: string): string[] {
  const paths = [...main.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path]) => path);
  return /<Route\s+index\b/.test(main) ? ['/', ...paths] : paths;
}
