import { plainCharacters } from './characters';

describe('plainCharacters', () => {
  it.each([
    ['⼀、⼯作⽬标', '一、工作目标'],
    ['⻓期坚持⻅效', '长期坚持见效'],
    ['\uF90A额', '金额'],
    ['ﬁle', 'file'],
    ['攻坚担当⸺我', '攻坚担当——我'],
    ['\uF0B7 要点', '• 要点'],
    ['\uF0FE已完成\uF0A8未完成', '☑已完成□未完成'],
    ['6\u00A0月\u200B底\u0001', '6 月底'],
    ['𠮷某\uD800', '𠮷某'],
  ])('%j is read as %s', (written, seen) => expect(plainCharacters(written)).toBe(seen));
});
