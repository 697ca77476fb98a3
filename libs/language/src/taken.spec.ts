import { Taken } from './taken';

describe('what has been read of a text', () => {
  it.each([1, 8, 9, 100])('is known after %i findings', (count) => {
    const taken = new Taken(count * 4 + 4);
    for (let at = 0; at < count; at++) taken.take(at * 4, at * 4 + 2);
    for (let at = 0; at < count; at++) {
      expect(taken.free(at * 4 + 1, at * 4 + 3)).toBe(false);
      expect(taken.free(at * 4 + 2, at * 4 + 4)).toBe(true);
    }
    expect(taken.free(count * 4, count * 4 + 4)).toBe(true);
  });
});
