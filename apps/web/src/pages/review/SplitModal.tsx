import { Modal } from 'antd';
import { useState } from 'react';
import type { ReportItemView } from '../../api/generated';
import { cutsOf } from './segments';
import type { Review } from './useReview';
import { t } from '../../language/t';

/** Cuts an item between its sentences. */
export function SplitModal({ item, review, onClose }: { item: ReportItemView; review: Review; onClose: () => void }) {
  const [at, setAt] = useState<ReadonlySet<number>>(new Set());
  const places = cutsOf(item);
  const edges = [item.start, ...places, item.start + item.text.length];
  const toggle = (place: number) => {
    const next = new Set(at);
    if (!next.delete(place)) next.add(place);
    setAt(next);
  };
  return (
    <Modal
      open
      width={680}
      title={t`拆分事项`}
      okText={t`拆分为 ${at.size + 1} 条`}
      okButtonProps={{ disabled: at.size === 0 }}
      confirmLoading={review.split.isPending}
      onOk={() => review.split.mutate({ item, at: [...at] }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p className="quiet">{places.length > 0 ? t`在要拆开的地方点击剪刀。` : t`这一条只有一句话，不能按句拆分。`}</p>
      <div style={{ lineHeight: 2 }}>
        {edges.slice(1).map((end, index) => (
          <span key={end}>
            {item.text.slice(edges[index] - item.start, end - item.start)}
            {index < places.length && (
              <button
                type="button"
                aria-label={t`在第 ${index + 1} 句后拆分`}
                aria-pressed={at.has(end)}
                onClick={() => toggle(end)}
                style={{
                  ...{
                    margin: '0 4px',
                    cursor: 'pointer',
                    borderRadius: 4,
                    border: '1px solid var(--line-strong)',
                    padding: '0 8px',
                  },
                  ...(at.has(end)
                    ? { background: 'var(--blue)', color: 'var(--on-blue)' }
                    : { background: 'var(--surface)' }),
                }}
              >
                ✂
              </button>
            )}
            {at.has(end) && <hr style={{ border: 0, borderTop: '2px dashed var(--blue)' }} />}
          </span>
        ))}
      </div>
    </Modal>
  );
}
