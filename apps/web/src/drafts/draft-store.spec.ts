import { draftKey, dropDraft, dropDrafts, findDraft, keepDraft, type Drawer } from './draft-store';

const NOW = new Date('2026-03-02T01:00:00Z');
const KEY = draftKey('lin', '/tasks/1', '报告进展');

function drawer(): Drawer {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

it('offers again what was typed', () => {
  const store = drawer();
  keepDraft(KEY, { narrative: '已完成两个社区', reason: ' ' }, NOW, store);
  expect(findDraft(KEY, NOW, store)).toEqual({ at: NOW.toISOString(), fields: { narrative: '已完成两个社区' } });
});

it('keeps nothing when everything was deleted or sent', () => {
  const store = drawer();
  keepDraft(KEY, { narrative: '甲' }, NOW, store);
  keepDraft(KEY, { narrative: '' }, NOW, store);
  expect(store.length).toBe(0);
  keepDraft(KEY, { narrative: '甲' }, NOW, store);
  dropDraft(KEY, store);
  expect(findDraft(KEY, NOW, store)).toBeUndefined();
});

it('is of one person, one page and one form', () => {
  const store = drawer();
  keepDraft(KEY, { narrative: '甲' }, NOW, store);
  for (const other of [
    draftKey('chen', '/tasks/1', '报告进展'),
    draftKey('lin', '/tasks/2', '报告进展'),
    draftKey('lin', '/tasks/1', '退回'),
  ])
    expect(findDraft(other, NOW, store)).toBeUndefined();
});

it('is forgotten after a week', () => {
  const store = drawer();
  keepDraft(KEY, { narrative: '甲' }, NOW, store);
  expect(findDraft(KEY, new Date('2026-03-09T00:59:00Z'), store)).toBeDefined();
  expect(findDraft(KEY, new Date('2026-03-09T01:01:00Z'), store)).toBeUndefined();
  expect(store.length).toBe(0);
});

it('goes with the person who signs out, the others stay', () => {
  const store = drawer();
  const other = draftKey('chen', '/tasks/1', '报告进展');
  keepDraft(KEY, { narrative: '甲' }, NOW, store);
  keepDraft(draftKey('lin', '/problems/3', '销号'), { reason: '乙' }, NOW, store);
  keepDraft(other, { narrative: '丙' }, NOW, store);
  dropDrafts('lin', store);
  expect(store.length).toBe(1);
  expect(findDraft(other, NOW, store)?.fields).toEqual({ narrative: '丙' });
});

it('survives a browser that keeps nothing, and what others wrote there', () => {
  const refusing: Drawer = {
    ...drawer(),
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect(() => keepDraft(KEY, { narrative: '甲' }, NOW, refusing)).not.toThrow();
  expect(findDraft(KEY, NOW, refusing)).toBeUndefined();
  const spoilt = drawer();
  spoilt.setItem(KEY, '{');
  expect(findDraft(KEY, NOW, spoilt)).toBeUndefined();
});
