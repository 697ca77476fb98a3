import { refusalIn } from './robot-answer';
import type { ChannelKind } from './webhook-channel.entity';

const answered = (kind: ChannelKind, body: unknown, status = 200) =>
  refusalIn(kind, { status, body: typeof body === 'string' ? body : JSON.stringify(body) });

it.each<[ChannelKind, unknown]>([
  ['wecom', { errcode: 0, errmsg: 'ok' }],
  ['dingtalk', { errcode: 0, errmsg: 'ok' }],
  ['feishu', { code: 0, msg: 'success' }],
  ['feishu', { StatusCode: 0, StatusMessage: 'success' }],
])('%s took it: %j', (kind, body) => expect(answered(kind, body)).toBeNull());

it.each<[ChannelKind, unknown, number, RegExp]>([
  ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 200, /已被移除.*（93000：invalid webhook url）/],
  ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 200, /加签密钥/],
  ['feishu', { code: 19021, msg: 'sign match fail' }, 200, /签名不符/],
  ['feishu', { code: 12345 }, 200, /没有接受消息（12345）/],
  ['wecom', { errcode: 0 }, 500, /HTTP 500/],
  // The answer of another platform is no success.
  ['wecom', { code: 0, msg: 'success' }, 200, /不是群机器人的格式/],
  ['feishu', { errcode: 0 }, 200, /不是群机器人的格式/],
  ['wecom', '<html>', 200, /不是群机器人的格式/],
  ['wecom', 'null', 200, /不是群机器人的格式/],
  ['wecom', { errcode: '0' }, 200, /不是群机器人的格式/],
  ['wecom', '', 404, /HTTP 404/],
  ['wecom', { errcode: 0 }, 302, /转到其他地址/],
])('%s refused it: %j with %s', (kind, body, status, words) => expect(answered(kind, body, status)).toMatch(words));

it('shows no more of a foreign answer than a line', () => {
  expect(answered('wecom', { errcode: 1, errmsg: 'x'.repeat(5000) })?.length).toBeLessThan(300);
});
