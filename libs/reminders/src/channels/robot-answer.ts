import type { ChannelKind } from './webhook-channel.entity';
import type { HttpAnswer } from './post-json';

const GONE = '机器人的地址无效或已被移除，请重新复制地址';
const TOO_OFTEN = '发送过于频繁（每个机器人每分钟不超过 20 条），请稍后再试';

/** What the platforms mean by their codes, which they send with HTTP 200. */
const CODES: Record<ChannelKind, Record<number, string>> = {
  wecom: { 93000: GONE, 45009: TOO_OFTEN, 40058: '消息格式不被接受' },
  dingtalk: {
    310000: '不符合机器人的安全设置：请核对加签密钥；用关键词的请把“落实”设为关键词；限制 IP 的请加入本服务器',
    300001: GONE,
    300005: GONE,
    400101: GONE,
    400102: '机器人已被停用，请在群设置中启用',
    400013: '群已解散，请改用其他群的机器人',
    130101: TOO_OFTEN,
    410100: TOO_OFTEN,
  },
  feishu: {
    19001: GONE,
    19021: '签名不符：请核对签名校验的密钥，并检查服务器时间',
    19022: '本服务器的 IP 不在机器人的白名单中，请在群设置中加入',
    19024: '缺少机器人要求的关键词，请把“落实”设为关键词',
    9499: '消息格式不被接受，请检查地址是否为飞书自定义机器人',
    11232: TOO_OFTEN,
  },
};

interface Answered {
  errcode?: unknown;
  errmsg?: unknown;
  code?: unknown;
  msg?: unknown;
  StatusCode?: unknown;
}

/** Null when the robot took the message; else why not, in Chinese. */
export function refusalIn(kind: ChannelKind, { status, body }: HttpAnswer): string | null {
  if (status >= 300 && status < 400) return `对方要求转到其他地址（HTTP ${status}），没有照办。请填写机器人的原始地址`;
  const answer = parsed(body);
  const code = kind === 'feishu' ? (answer?.code ?? answer?.StatusCode) : answer?.errcode;
  if (typeof code !== 'number') {
    if (status !== 200) return `对方返回 HTTP ${status}，请检查地址`;
    return '对方的答复不是群机器人的格式，请检查地址和机器人的种类';
  }
  if (code === 0) return status === 200 ? null : `对方返回 HTTP ${status}`;
  const said = String((kind === 'feishu' ? answer?.msg : answer?.errmsg) ?? '').slice(0, 200);
  return `${CODES[kind][code] ?? '机器人没有接受消息'}（${code}${said && `：${said}`}）`;
}

function parsed(body: string): Answered | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
