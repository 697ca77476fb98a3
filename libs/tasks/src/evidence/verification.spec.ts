import { verificationState } from './verification';

const seen = { progress: ['p1'], attachments: [{ id: 'a1', sha256: '0' }] };
const rejected = { outcome: 'rejected', seen } as const;
const passed = { outcome: 'passed', seen } as const;
const same = { progress: ['p1'], attachments: ['a1'] };

it.each([
  ['before anybody looked', false, undefined, same, 'unverified'],
  ['when closed', true, passed, same, 'passed'],
  ['when reopened', false, passed, same, 'unverified'],
  ['right after a rejection', false, rejected, same, 'rejected'],
  ['when evidence was only removed since', false, rejected, { ...same, attachments: [] }, 'rejected'],
  ['when progress was reported since', false, rejected, { ...same, progress: ['p2', 'p1'] }, 'unverified'],
  ['when evidence was added since', false, rejected, { ...same, attachments: ['a1', 'a2'] }, 'unverified'],
] as const)('stands right %s', (_, closed, last, present, state) => {
  const own = last && { ...last, seen: { progress: [...seen.progress], attachments: [...seen.attachments] } };
  expect(verificationState(closed, own, present)).toBe(state);
});
