import { DomainError } from '#platform/domain-error';
import { isPrivateHost } from './private-addresses';

/** Throws channel.address or channel.private-address; names of the DNS are resolved and judged at every message. */
export function refuseAddress(address: string, allowPrivate: boolean): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    const message = '机器人的地址须为 http 或 https 网址，不带用户名和密码，请从群设置中复制完整的 Webhook 地址。';
    throw new DomainError('invalid', 'channel.address', message, [{ field: 'url', message }]);
  }
  if (allowPrivate || !isPrivateHost(url)) return;
  const message = '机器人的地址在内网或本机，没有保存。确需使用的，请系统管理员设置 WEBHOOK_ALLOW_PRIVATE=true。';
  throw new DomainError('invalid', 'channel.private-address', message, [{ field: 'url', message }]);
}
