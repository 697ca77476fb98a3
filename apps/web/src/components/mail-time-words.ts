import { t } from '../language/t';
interface Hours {
  sendHour: number;
  quietFrom?: number | null;
  quietTo?: number | null;
}

/** 每天 8 点后收到一封汇总邮件；22 点至次日 7 点不打扰。 */
export function mailTimeWords({ sendHour, quietFrom, quietTo }: Hours): string {
  const digest = t`每天 ${sendHour} 点后收到一封汇总邮件`;
  if (quietFrom == null || quietTo == null || quietFrom === quietTo) return `${digest}。`;
  return t`${digest}；${quietFrom} 点至${quietFrom > quietTo ? t`次日 ` : ' '}${quietTo} 点不打扰。`;
}
