import { InputNumber, Slider } from 'antd';
import { t } from '../../language/t';

/** Percent, by dragging or by typing. */
export function PercentInput({ value = 0, onChange }: { value?: number; onChange?: (value: number) => void }) {
  return (
    <div style={{ display: 'flex', gap: 12 }}>
      <Slider style={{ flex: 1 }} value={value} step={5} onChange={onChange} ariaLabelForHandle={t`完成进度`} />
      <InputNumber
        aria-label={t`完成进度`}
        min={0}
        max={100}
        precision={0}
        value={value}
        onChange={(next) => onChange?.(next ?? 0)}
      />
    </div>
  );
}
