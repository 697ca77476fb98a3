import { reanchor } from './reanchor';

/** Items between ⟦ and ⟧, and the text without these brackets. */
function marked(written: string) {
  const items: {
    id: string;
    kind: string;
    text: string;
    start: number;
    end: number;
    place: { start: number; end: number };
  }[] = [];
  let text = '';
  for (const part of written.split(/(?=⟦)|(?<=⟧)/)) {
    if (!part.startsWith('⟦')) {
      text += part;
      continue;
    }
    const quote = part.slice(1, -1);
    const [start, end] = [text.length, text.length + quote.length];
    items.push({ id: `n${items.length + 1}`, kind: 'next_step', text: quote, start, end, place: { start, end } });
    text += quote;
  }
  return { text, items };
}

/** What became of each item: change, former words → words now. */
function outcome(former: string, next: string): string[] {
  const now = marked(next);
  return reanchor(marked(former), now).map(({ change, former: item, span }) => {
    const words = span && now.text.slice(span.start, span.end);
    if (change === 'same' || change === 'moved') return `${change}: ${words}`;
    return `${change}: ${[item?.text, words].filter((one) => one != null).join(' → ')}`;
  });
}

const HEAD = '三、下一步工作\n';

it.each([
  [
    'a paragraph inserted before',
    `${HEAD}⟦一是开展专项检查。⟧⟦二是补充监管力量。⟧`,
    `前面新加的一段话，说明情况。\n${HEAD}⟦一是开展专项检查。⟧⟦二是补充监管力量。⟧`,
    ['same: 一是开展专项检查。', 'same: 二是补充监管力量。'],
  ],
  [
    'an item inserted before, so that the others are numbered anew',
    `${HEAD}⟦一是开展专项检查。⟧\n⟦二是补充监管力量。⟧`,
    `${HEAD}⟦一是建立会商机制。⟧\n⟦二是开展专项检查。⟧\n⟦三是补充监管力量。⟧`,
    ['same: 二是开展专项检查。', 'same: 三是补充监管力量。', 'new: 一是建立会商机制。'],
  ],
  [
    'the same sentence twice, one of them with other words before it',
    '（一）教育局。年底前完成招录。⟦加强组织领导，压实工作责任。⟧\n（二）卫健局。⟦加强组织领导，压实工作责任。⟧完。',
    '（一）教育局。年底前完成招录。⟦加强组织领导，压实工作责任。⟧\n新的一段。\n（二）卫健局。⟦加强组织领导，压实工作责任。⟧完。',
    ['same: 加强组织领导，压实工作责任。', 'same: 加强组织领导，压实工作责任。'],
  ],
  [
    'a number changed',
    `${HEAD}⟦（一）全年检查企业20家，逐家建立问题台账。⟧`,
    `${HEAD}⟦（一）全年检查企业30家，逐家建立问题台账。⟧`,
    ['changed: （一）全年检查企业20家，逐家建立问题台账。 → （一）全年检查企业30家，逐家建立问题台账。'],
  ],
  [
    'a decimal point is more than punctuation',
    `${HEAD}⟦森林覆盖率提高3.5个百分点。⟧`,
    `${HEAD}⟦森林覆盖率提高35个百分点。⟧`,
    ['changed: 森林覆盖率提高3.5个百分点。 → 森林覆盖率提高35个百分点。'],
  ],
  [
    'a deadline moved',
    `${HEAD}⟦一是11月底前完成危化品企业检查。⟧⟦二是年底前补充监管力量。⟧`,
    `${HEAD}⟦一是12月20日前完成危化品企业检查。⟧⟦二是年底前补充监管力量。⟧`,
    [
      'changed: 一是11月底前完成危化品企业检查。 → 一是12月20日前完成危化品企业检查。',
      'same: 二是年底前补充监管力量。',
    ],
  ],
  [
    'a sentence added at the end of an item',
    `${HEAD}⟦一是完成危化品企业检查。⟧⟦二是补充监管力量。⟧`,
    `${HEAD}⟦一是完成危化品企业检查。检查结果于12月公布。⟧⟦二是补充监管力量。⟧`,
    ['changed: 一是完成危化品企业检查。 → 一是完成危化品企业检查。检查结果于12月公布。', 'same: 二是补充监管力量。'],
  ],
  [
    'an item split in two by the author',
    `${HEAD}⟦一是完成危化品企业检查，建立台账。年底前招录专职安全员20名。⟧`,
    `${HEAD}⟦一是完成危化品企业检查，建立台账。⟧⟦二是年底前招录专职安全员20名。⟧`,
    [
      'changed: 一是完成危化品企业检查，建立台账。年底前招录专职安全员20名。 → 一是完成危化品企业检查，建立台账。',
      'new: 二是年底前招录专职安全员20名。',
    ],
  ],
  [
    'two items joined by the author: each keeps its words',
    `${HEAD}⟦一是完成危化品企业检查。⟧⟦二是招录专职安全员20名。⟧`,
    `${HEAD}⟦一是完成危化品企业检查。招录专职安全员20名。⟧`,
    ['same: 一是完成危化品企业检查。', 'same: 招录专职安全员20名。'],
  ],
  [
    'an item that people had cut in two keeps its parts',
    `${HEAD}⟦一是完成危化品企业检查。⟧⟦年底前招录专职安全员20名。⟧`,
    `${HEAD}⟦一是完成危化品企业检查。年底前招录专职安全员20名。⟧`,
    ['same: 一是完成危化品企业检查。', 'same: 年底前招录专职安全员20名。'],
  ],
  [
    'a part that people had cut, and its words changed',
    `${HEAD}⟦一是完成危化品企业检查。⟧⟦年底前面向社会招录专职安全员20名。⟧`,
    `${HEAD}⟦一是完成危化品企业检查。年底前面向社会招录专职安全员30名。⟧`,
    [
      'same: 一是完成危化品企业检查。',
      'changed: 年底前面向社会招录专职安全员20名。 → 年底前面向社会招录专职安全员30名。',
    ],
  ],
  [
    'items that people had joined, numbered anew',
    `${HEAD}⟦一是完成危化品企业检查。\n二是招录专职安全员20名。⟧`,
    `${HEAD}⟦一是建立会商机制。⟧\n⟦二是完成危化品企业检查。⟧\n⟦三是招录专职安全员20名。⟧`,
    ['same: 二是完成危化品企业检查。\n三是招录专职安全员20名。', 'new: 一是建立会商机制。'],
  ],
  [
    'a passage marked by hand that the reading misses again',
    `一、工作情况\n召开会议9次，⟦约谈企业14家⟧，成效明显。`,
    `一、工作情况\n今年以来，召开会议9次，约谈企业14家，成效明显。`,
    ['same: 约谈企业14家'],
  ],
  [
    'a section renamed',
    `三、下一步工作\n⟦一是开展专项检查。⟧`,
    `四、下一阶段工作打算\n⟦一是开展专项检查。⟧`,
    ['same: 一是开展专项检查。'],
  ],
  [
    'an item removed',
    `${HEAD}⟦一是开展专项检查。⟧⟦二是补充监管力量。⟧⟦三是加强宣传培训。⟧`,
    `${HEAD}⟦一是开展专项检查。⟧⟦二是加强宣传培训。⟧`,
    ['same: 一是开展专项检查。', 'gone: 二是补充监管力量。', 'same: 二是加强宣传培训。'],
  ],
  [
    'items in another order',
    `${HEAD}⟦一是开展危化品企业检查。⟧\n⟦二是补充基层监管力量。⟧\n⟦三是加强宣传培训。⟧`,
    `${HEAD}⟦一是加强宣传培训。⟧\n⟦二是开展危化品企业检查。⟧\n⟦三是补充基层监管力量。⟧`,
    ['same: 二是开展危化品企业检查。', 'same: 三是补充基层监管力量。', 'moved: 一是加强宣传培训。'],
  ],
  [
    'an item moved and changed',
    `${HEAD}⟦一是开展危化品企业检查，检查企业20家。⟧\n⟦二是补充基层监管力量。⟧\n⟦三是加强宣传培训工作。⟧`,
    `${HEAD}⟦一是补充基层监管力量。⟧\n⟦二是加强宣传培训工作。⟧\n⟦三是开展危化品企业检查，检查企业30家。⟧`,
    [
      'changed: 一是开展危化品企业检查，检查企业20家。 → 三是开展危化品企业检查，检查企业30家。',
      'same: 一是补充基层监管力量。',
      'same: 二是加强宣传培训工作。',
    ],
  ],
  [
    'spaces, punctuation, width and line breaks',
    `${HEAD}⟦（一）开展“百日行动”，检查 12 家企业；⟧\n⟦（二）投入资金2025—2027年1,200万元。⟧`,
    `${HEAD}⟦(一)开展"百日行动",检查１２家企业。⟧\n⟦（二）投入\n资金2025-2027年1200万元。⟧`,
    ['same: (一)开展"百日行动",检查１２家企业。', 'same: （二）投入\n资金2025-2027年1200万元。'],
  ],
  [
    'an item replaced by quite another one',
    `${HEAD}⟦一是开展专项检查。⟧⟦二是补充基层监管力量。⟧`,
    `${HEAD}⟦一是开展专项检查。⟧⟦二是推广校园食堂智慧监控。⟧`,
    ['same: 一是开展专项检查。', 'gone: 二是补充基层监管力量。', 'new: 二是推广校园食堂智慧监控。'],
  ],
])('%s', (_, former, next, expected) => expect(outcome(former, next)).toEqual(expected));

it('finds an item again that an edition between had left out', () => {
  const next = marked(`${HEAD}⟦一是开展专项检查。⟧⟦二是补充基层监管力量。⟧`);
  const former = marked(`${HEAD}⟦一是开展专项检查。⟧`);
  const lost = { id: 'lost', kind: 'next_step', text: '三是补充基层监管力量。', place: null };
  const items = reanchor({ text: former.text, items: [...former.items, lost] }, next);
  expect(items.map(({ change, former: item }) => [change, item?.id])).toEqual([
    ['same', 'n1'],
    ['moved', 'lost'],
  ]);
});

it('gives the words of a long report their places whatever was changed, the same every time', () => {
  const line = (n: number, words = '逐项建立台账') =>
    `（${n}）第${n}项任务由第${n % 37}工作组在${(n % 12) + 1}月底前完成，${words}。`;
  const numbers = Array.from({ length: 3000 }, (_, n) => n);
  const former = marked(numbers.map((n) => `⟦${line(n)}⟧`).join('\n'));
  const kept = numbers.filter((n) => n % 50 !== 7);
  const next = marked(kept.map((n) => `⟦${line(n, n % 9 === 0 ? '逐项建立工作台账并销号' : undefined)}⟧`).join('\n'));
  const found = reanchor(former, next);
  const count = (change: string) => found.filter((one) => one.change === change).length;
  expect([count('gone'), count('new'), count('changed')]).toEqual([60, 0, kept.filter((n) => n % 9 === 0).length]);
  expect(reanchor(former, next)).toEqual(found);
});
