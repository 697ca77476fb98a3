import fc from 'fast-check';
import { excerpt, statedCause } from './excerpt';

it.each([
  ['已检查企业20家。', 30, '已检查企业20家'],
  ['已检查企业20家。发现隐患35处，完成整改30处。', 30, '已检查企业20家。发现隐患35处，完成整改30处'],
  ['已检查企业20家。发现隐患35处，完成整改30处。', 12, '已检查企业20家'],
  ['已检查企业20家，发现隐患35处，完成整改30处。', 18, '已检查企业20家，发现隐患35处'],
  ['第一批检查已经全部结束，第二批待定', 5, '第一批检查已经全部结束'],
  ['召开会议\n印发方案', 30, '召开会议'],
  ['落实“谁主管、谁负责。”要求，签订责任书。', 30, '落实“谁主管、谁负责。”要求，签订责任书'],
  [' 。', 30, ''],
  ['', 30, ''],
])('%j in %i characters is %j', (text, most, words) => expect(excerpt(text, most)).toBe(words));

it('is always a stretch of the text, cut where a clause ends', () => {
  const piece = fc.string({ unit: fc.constantFrom(...'检查企业，。；、“”\n（）12 ') });
  fc.assert(
    fc.property(piece, fc.integer({ min: 1, max: 40 }), (text, most) => {
      const words = excerpt(text, most);
      const plain = text.trim();
      expect(plain.startsWith(words)).toBe(true);
      const rest = plain.slice(words.length);
      expect(words === '' || /[”）]$/.test(words) || /^$|^[。；，、\s”）]/.test(rest)).toBe(true);
    }),
  );
});

it.each([
  ['已完成摸底。由于评审专家未到位，方案尚未通过。', '由于评审专家未到位，方案尚未通过'],
  ['设备已到货。', ''],
  ['受连续降雨影响，施工暂停。', '受连续降雨影响，施工暂停'],
])('the cause in %j is %j', (text, cause) => expect(statedCause(text, 60)).toBe(cause));
