import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { t } from '../../../language/t';

interface Props<Span extends string> {
  title: string;
  /** What one step is called: 月, 周, 季度, 年. */
  unit: string;
  spans: Record<Span, string>;
  span: Span;
  onSpan: (span: Span) => void;
  onStep: (steps: 1 | -1) => void;
  onToday: () => void;
  children?: ReactNode;
}

/** Names the stretch of days that is shown, and leads to its neighbours. */
export function PeriodBar<Span extends string>(props: Props<Span>) {
  const { title, unit, spans, span, onSpan, onStep, onToday, children } = props;
  return (
    <div className="period-bar">
      <div className="period-steps no-print">
        <Button icon={<LeftOutlined />} aria-label={t`上一${unit}`} onClick={() => onStep(-1)} />
        <Button onClick={onToday}>{t`今天`}</Button>
        <Button icon={<RightOutlined />} aria-label={t`下一${unit}`} onClick={() => onStep(1)} />
      </div>
      <h2 aria-live="polite">{title}</h2>
      {children}
      <Segmented<Span>
        aria-label={t`时间范围`}
        className="view-switch no-print"
        name="span"
        value={span}
        onChange={onSpan}
        options={Object.entries<string>(spans).map(([value, label]) => ({ value: value as Span, label }))}
      />
    </div>
  );
}

/** Page up and page down lead to the neighbouring stretch of days, wherever in it the keyboard is. */
export const stepByKeys = (onStep: (steps: 1 | -1) => void) => (event: KeyboardEvent) => {
  const steps = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
  if (steps === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  onStep(steps);
};
