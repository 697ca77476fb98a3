import type { Actor } from '#organisation/actor';
import { requestLine, withoutTokens } from './request-log';

const ANSWER = { statusCode: 200, elapsedTime: 12.6 };
const line = (url: string, route: string | undefined, actor?: Pick<Actor, 'personId'>) =>
  requestLine({ method: 'GET', url, routeOptions: { url: route }, actor: actor as Actor }, ANSWER);

it('says route, status, time and person', () => {
  const url = '/api/v1/tasks/5?q=张三';
  expect(line(url, '/api/v1/tasks/:id', { personId: 'p' })).toEqual({
    ...{ method: 'GET', route: '/api/v1/tasks/:id', status: 200, milliseconds: 13, personId: 'p' },
  });
});

it.each([
  ['/api/v1/feed/SECRET.ics', '/api/v1/feed/:file', '/api/v1/feed/:file'],
  ['/api/v1/unsubscribe/SECRET?x=1', '/api/v1/unsubscribe/:token', '/api/v1/unsubscribe/:token'],
  // No route of ours: the pages' own answers it, or none.
  ['/api/v1/nonsense/SECRET', '/*', 'unknown'],
  ['/api/v1/nonsense/SECRET', undefined, 'unknown'],
])('%s is logged without what stands in its address', (url, route, logged) => {
  expect(line(url, route)).toMatchObject({ route: logged, personId: null });
  expect(JSON.stringify(line(url, route))).not.toContain('SECRET');
});

it.each([
  ['/api/v1/health', '/api/v1/health'],
  ['/external/SECRET', '/*'],
  ['/assets/main.js', '/assets/main.js'],
])('%s is not logged', (url, route) => expect(line(url, route)).toBeNull());

it.each([
  ['/api/v1/feed/SECRET.ics', '/api/v1/feed/…'],
  ['/api/v1/unsubscribe/SECRET/kinds?a=SECRET', '/api/v1/unsubscribe/…/kinds'],
  ['/external/SECRET', '/external/…'],
  ['/progress/SECRET#there', '/progress/…'],
  ['/api/v1/tasks/5?q=SECRET', '/api/v1/tasks/5'],
])('an error names %s as %s', (url, kept) => expect(withoutTokens(url)).toBe(kept));
