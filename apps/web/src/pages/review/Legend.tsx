import type { ReportItemView } from '../../api/generated';
import { KINDS } from '../../words';
import { t } from '../../language/t';

/** One sign for each kind, so that nobody has to tell them by their colour. */
export const KIND_SIGNS: Record<ReportItemView['kind'], string> = {
  next_step: t`工作`,
  problem: t`问题`,
  cause: t`原因`,
  pledge: t`承诺`,
};

/** What the marks in the text mean. */
export function Legend({ items }: { items: readonly ReportItemView[] }) {
  const kinds = (Object.keys(KINDS) as ReportItemView['kind'][]).filter((kind) =>
    items.some((item) => item.kind === kind),
  );
  return (
    <ul className="desk-legend" aria-label={t`图例`}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className="desk-sign" data-kind={kind} title={KINDS[kind].name}>
            {KIND_SIGNS[kind]}
          </span>
        </li>
      ))}
      <li>
        <span className="mark" data-doubtful="true">
          {t`虚线：请重点核对`}
        </span>
      </li>
      <li>
        <span className="mark" data-status="accepted">
          {t`实线：已接受`}
        </span>
      </li>
      <li>
        <span className="mark" data-status="rejected">
          {t`删除线：已驳回`}
        </span>
      </li>
    </ul>
  );
}
