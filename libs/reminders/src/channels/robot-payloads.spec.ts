import { createHmac } from 'node:crypto';
import { standingMessage, testMessage, type ChannelMessage, type Standing } from './channel-message';
import { robotPost, type Robot } from './robot-payloads';

const NOW = new Date('2026-06-30T01:00:00.123Z');
const SECRET = 'SECabc123';
const BASE = 'https://luoshi.example.com';

const task = (n: number, title = `任务${n}`) => ({
  ...{ id: `id-${n}`, title, dueOn: '2026-06-25', light: 'red' as const, leadUnitName: '区教育局' },
});
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ unitId: 'u1', unitName: '示范区', today: '2026-06-30', red: 2, blue: 3, yellow: 1, dueThisWeek: 4 },
  urgent: [task(1)],
  ...more,
});
const message = (more: Partial<Standing> = {}) => standingMessage(standing(more), BASE) as ChannelMessage;
const robot = (kind: Robot['kind'], secret: string | null = null): Robot => ({
  ...{ kind, secret, url: 'https://robot.example.com/send?access_token=t%2Bk' },
});
const sent = (to: Robot, of = message()) => {
  const { url, body } = robotPost(to, of, NOW);
  return { url, body: JSON.parse(body) as Record<string, never>, bytes: Buffer.byteLength(body) };
};

it('企业微信 gets markdown with counts, the most urgent and a link', () => {
  const { url, body } = sent(robot('wecom'));
  expect(url.href).toBe('https://robot.example.com/send?access_token=t%2Bk');
  expect(body).toEqual({
    msgtype: 'markdown',
    markdown: {
      content: [
        '**【落实】示范区任务情况（6月30日）**',
        '红灯 逾期 2 项；蓝灯 临近 3 项；黄灯 未达序时进度 1 项',
        '本周到期 4 项',
        '1. [〔红〕任务1（区教育局，6月25日到期）](https://luoshi.example.com/tasks/id-1)',
        '[打开落实查看全部](https://luoshi.example.com/tasks?unitId=u1)',
      ].join('\n'),
    },
  });
});

it('钉钉 is signed in the address, by milliseconds', () => {
  const { url, body } = sent(robot('dingtalk', SECRET));
  const expected = createHmac('sha256', SECRET).update(`1782781200123\n${SECRET}`).digest('base64');
  expect(url.href).toBe(
    `https://robot.example.com/send?access_token=t%2Bk&timestamp=1782781200123&sign=${encodeURIComponent(expected)}`,
  );
  expect(body).toMatchObject({ msgtype: 'markdown', markdown: { title: '【落实】示范区任务情况（6月30日）' } });
  expect(sent(robot('dingtalk')).url.search).toBe('?access_token=t%2Bk');
});

it('飞书 is signed in the body, by seconds', () => {
  const { url, body } = sent(robot('feishu', SECRET));
  const expected = createHmac('sha256', `1782781200\n${SECRET}`).digest('base64');
  expect(url.search).toBe('?access_token=t%2Bk');
  expect(body).toMatchObject({ timestamp: '1782781200', sign: expected, msg_type: 'post' });
  expect(sent(robot('feishu')).body).not.toHaveProperty('sign');
});

it('lets no title become a link, a mention or markup', () => {
  const title = '[x](http://evil) <@all> @所有人 **粗** `码`\n# 头';
  const { body } = sent(robot('wecom'), message({ urgent: [task(1, title)] }));
  const { content } = body.markdown as { content: string };
  expect(content).toContain('〔红〕［x］（http://evil） ＜＠all＞ ＠所有人 ＊＊粗＊＊ ｀码｀ ＃ 头（区教育局');
  expect(content.match(/\]\(/g)).toHaveLength(2);
});

it.each([
  ['wecom', 4096],
  ['dingtalk', 20_000],
  ['feishu', 20 * 1024],
] as const)('%s gets no more than %s bytes, cut between items', (kind, longest) => {
  const urgent = Array.from({ length: 200 }, (_, n) => task(n, '长'.repeat(500)));
  const { body, bytes } = sent(robot(kind), message({ urgent }));
  const size = kind === 'wecom' ? Buffer.byteLength((body.markdown as { content: string }).content) : bytes;
  expect(size).toBeLessThanOrEqual(longest);
  // No more was left out than had to be.
  expect(size).toBeGreaterThan(longest - 500);
  expect(JSON.stringify(body)).toContain('打开落实查看全部');
});

it('says nothing when there is nothing', () => {
  expect(standingMessage(standing({ red: 0, blue: 0, yellow: 0, dueThisWeek: 0, urgent: [] }), BASE)).toBeNull();
  expect(standingMessage(standing({ red: 0, blue: 0, yellow: 0, dueThisWeek: 1 }), BASE)).not.toBeNull();
});

it('has a test message with the keyword that robots may ask for', () => {
  const { body } = sent(robot('dingtalk'), testMessage('示范区', '李强', BASE));
  expect((body.markdown as { text: string }).text).toContain('落实');
});
