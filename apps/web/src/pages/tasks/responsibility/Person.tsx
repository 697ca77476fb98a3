import type { InCharge } from '../../../api/generated';
import { dayWords } from '../../../components/time';

/** “张三（休假至11月30日，由李四代理）”. */
export function Person({ of: { name, active, away }, title }: { of: InCharge; title?: string | null }) {
  return (
    <span>
      {name}
      {title && <span className="quiet small"> 以“{title}”职务负责</span>}
      {!active && <span className="late">（已停用）</span>}
      {away && `（休假至${dayWords(away.toDay)}，由${away.deputyName}代理）`}
    </span>
  );
}
