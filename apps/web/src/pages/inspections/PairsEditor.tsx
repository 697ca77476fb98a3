import { Button, Empty } from 'antd';
import type { InspectionPair } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

/** A pair while it is chosen. */
export type PairDraft = Partial<InspectionPair>;

interface Props {
  pairs: PairDraft[];
  onChange: (pairs: PairDraft[]) => void;
}

/** Who checks whom, to be looked at and put right by hand before it is kept. */
export function PairsEditor({ pairs, onChange }: Props) {
  const put = (at: number, change: PairDraft) =>
    onChange(pairs.map((pair, index) => (index === at ? { ...pair, ...change } : pair)));
  return (
    <>
      {pairs.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`还没有分组。请选择参加单位，按分组办法生成。`} />
      )}
      <ol className="pairs" aria-label={t`检查分组`}>
        {pairs.map((pair, at) => (
          // The place in the list is all that tells two drafts apart.
          <li key={at}>
            <UnitSelect
              label={t`第 ${at + 1} 组检查单位`}
              value={pair.inspectingUnitId}
              onChange={(inspectingUnitId) => put(at, { inspectingUnitId })}
              placeholder={t`检查单位`}
            />
            <span>{t`检查`}</span>
            <UnitSelect
              label={t`第 ${at + 1} 组被检查单位`}
              value={pair.inspectedUnitId}
              onChange={(inspectedUnitId) => put(at, { inspectedUnitId })}
              placeholder={t`被检查单位`}
            />
            <Button
              type="link"
              aria-label={t`移除第 ${at + 1} 组`}
              onClick={() => onChange(pairs.filter((_, index) => index !== at))}
            >
              {t`移除`}
            </Button>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => onChange([...pairs, {}])}>
        {t`添加一组`}
      </Button>
    </>
  );
}

/** Pairs with both sides chosen; null when one is not. */
export const whole = (pairs: PairDraft[]): InspectionPair[] | null =>
  pairs.every(({ inspectedUnitId, inspectingUnitId }) => inspectedUnitId && inspectingUnitId)
    ? pairs.map(({ inspectedUnitId = '', inspectingUnitId = '' }) => ({ inspectedUnitId, inspectingUnitId }))
    : null;
