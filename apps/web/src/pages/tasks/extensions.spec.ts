import type { RequestView } from '../../api/generated';
import { extensionsOf, otherRequests } from './extensions';

const request = (id: string, known: Partial<RequestView>) => ({ id, kind: 'extension', ...known }) as RequestView;
const requests = [
  request('third', { decision: null }),
  request('second', { decision: 'granted', decidedAt: '2026-03-02T00:00:00Z' }),
  request('refused', { decision: 'refused', decidedAt: '2026-02-01T00:00:00Z' }),
  request('first', { decision: 'granted', decidedAt: '2026-01-02T00:00:00Z' }),
  request('suspension', { kind: 'suspension', decision: 'granted', decidedAt: '2026-01-01T00:00:00Z' }),
];

it('tells granted extensions from first to last, and leaves the rest to the requests', () => {
  expect(extensionsOf(requests).map(({ id }) => id)).toEqual(['first', 'second']);
  expect(otherRequests(requests).map(({ id }) => id)).toEqual(['third', 'refused', 'suspension']);
});
