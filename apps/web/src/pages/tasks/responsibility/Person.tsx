import type { InCharge } from '../../../api/generated';
import { dayWords } from '../../../components/time';
import { t } from '../../../language/t';

/** “张三（休假至11月30日，由李四代理）”. */
export function Person({ of: { name, active, away }, title }: { of: InCharge; title?: string | null }) {
  return (
    <span>
      {name}
      {title && (
        <span className="quiet small">
          {' '}
          {t`以“`}
          {title}
          {t`”职务负责`}
        </span>
      )}
      {!active && <span className="late">{t`（已停用）`}</span>}
      {away && t`（休假至${dayWords(away.toDay)}，由${away.deputyName}代理）`}
    </span>
  );
}
