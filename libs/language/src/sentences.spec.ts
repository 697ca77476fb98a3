import { clauses, sentences, statements } from './sentences';

const cut = (text: string, by: typeof sentences): string[] => by(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end with their mark and the quotation mark that closes them', () =>
    expect(cut('落实“三个到位。”要求。抓好整改！', sentences)).toEqual(['落实“三个到位。”要求。', '抓好整改！']));
  it('survive a quotation that is never closed', () => {
    const text = `提出“${'抓落实'.repeat(80)}。下一句。`;
    expect(cut(text, sentences)).toHaveLength(2);
  });
  it('end at a line end', () => expect(cut('第一行\n第二行', sentences)).toEqual(['第一行', '第二行']));
  it('leave empty stretches out', () => expect(cut('　。 \n\n', sentences)).toEqual(['。']));
});

describe('statements and clauses', () => {
  it('cut at ；', () => expect(cut('人手不足；经费紧张。', statements)).toEqual(['人手不足；', '经费紧张。']));
  it('cut at ，', () =>
    expect(cut('加强巡查，及时通报（含周报，月报）。', clauses)).toEqual(['加强巡查，', '及时通报（含周报，月报）。']));
});
