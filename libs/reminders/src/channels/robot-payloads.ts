import { createHmac } from 'node:crypto';
import type { ChannelMessage } from './channel-message';
import type { ChannelKind } from './webhook-channel.entity';

export interface Robot {
  kind: ChannelKind;
  url: string;
  secret: string | null;
}

/** A request as the robot's platform wants it. */
export interface RobotPost {
  url: URL;
  body: string;
}

/** Bytes of UTF-8: of the markdown for 企业微信, of the whole body for the others. */
const LONGEST: Record<ChannelKind, number> = { wecom: 4096, dingtalk: 20_000, feishu: 20 * 1024 };

/** A message for a robot, signed at `now`; as many of its items as the platform takes. */
export function robotPost({ kind, url, secret }: Robot, message: ChannelMessage, now: Date): RobotPost {
  return SHAPES[kind](new URL(url), secret, message, now);
}

const SHAPES: Record<ChannelKind, (url: URL, secret: string | null, message: ChannelMessage, now: Date) => RobotPost> =
  {
    // developer.work.weixin.qq.com/document/path/91770
    wecom(url, _secret, message) {
      const content = fitting(message, LONGEST.wecom, (shown) => markdown(shown, '**', '\n'));
      return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) };
    },

    // open.dingtalk.com/document/robots/custom-robot-access, "加签": the signature goes into the address.
    dingtalk(url, secret, message, now) {
      const body = fitting(message, LONGEST.dingtalk, (shown) =>
        JSON.stringify({
          msgtype: 'markdown',
          markdown: { title: plain(shown.title), text: markdown(shown, '**', '\n\n') },
        }),
      );
      if (secret === null) return { url, body };
      const timestamp = String(now.getTime());
      const signed = new URL(url);
      signed.searchParams.set('timestamp', timestamp);
      signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`));
      return { url: signed, body };
    },

    // open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, "签名校验": the key is what others would sign, and signs nothing.
    feishu(url, secret, message, now) {
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const signature = secret === null ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') };
      const body = fitting(message, LONGEST.feishu, (shown) =>
        JSON.stringify({ ...signature, msg_type: 'post', content: { post: { zh_cn: richText(shown) } } }),
      );
      return { url, body };
    },
  };

const hmac = (key: string, data: string) => createHmac('sha256', key).update(data, 'utf8').digest('base64');

/** What is written of the message with as many items as fit into `longest` bytes. */
function fitting(message: ChannelMessage, longest: number, write: (shown: ChannelMessage) => string): string {
  for (let count = message.items.length; ; count--) {
    const written = write({ ...message, items: message.items.slice(0, count) });
    if (count === 0 || Buffer.byteLength(written) <= longest) return written;
  }
}

/** Signs by which a title could become a link, a mention or a heading are written in their wide form. */
const WIDE: Record<string, string> = {
  ...{ '[': '［', ']': '］', '(': '（', ')': '）', '<': '＜', '>': '＞', '@': '＠', '#': '＃' },
  ...{ '*': '＊', _: '＿', '`': '｀', '~': '～', '!': '！', '|': '｜', '\\': '＼' },
};
const plain = (text: string) => text.replace(/[[\]()<>@#*_`~!|\\]/g, (sign) => WIDE[sign]).replace(/\s+/g, ' ');

function markdown({ title, lines, items, more }: ChannelMessage, bold: string, apart: string): string {
  return [
    `${bold}${plain(title)}${bold}`,
    ...lines.map(plain),
    ...items.map(({ text, url }, n) => `${n + 1}. [${plain(text)}](${url})`),
    `[${plain(more.text)}](${more.url})`,
  ].join(apart);
}

function richText({ title, lines, items, more }: ChannelMessage) {
  return {
    title,
    content: [
      ...lines.map((text) => [{ tag: 'text', text }]),
      ...items.map(({ text, url }, n) => [
        { tag: 'text', text: `${n + 1}. ` },
        { tag: 'a', text, href: url },
      ]),
      [{ tag: 'a', text: more.text, href: more.url }],
    ],
  };
}
