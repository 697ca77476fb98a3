import { CharacterSet, WHITE_SPACE, withoutSpaces } from './character-set';

describe('characters as a table', () => {
  it('finds the first of them inside a stretch', () => {
    const stops = new CharacterSet('。；');
    expect(stops.indexIn('加强管理；落实责任。')).toBe(4);
    expect(stops.indexIn('加强管理；落实责任。', 5)).toBe(9);
    expect(stops.indexIn('加强管理；落实责任。', 5, 9)).toBe(-1);
    expect(stops.at('加强管理；', 4)).toBe(true);
    expect(stops.at('加强管理；', 5)).toBe(false);
  });

  it('takes for spaces what patterns take for them', () => {
    const differing: number[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      if (WHITE_SPACE.at(character, 0) !== /\s/.test(character)) differing.push(code);
    }
    expect(differing).toEqual([]);
    expect(withoutSpaces('政　府 工作\u2003报告')).toBe('政府工作报告');
  });
});
