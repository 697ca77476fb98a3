import { Alert, Button, Segmented, Switch } from 'antd';
import { useState, type RefObject } from 'react';
import type { ReportDetail, ReportItemView } from '../../api/generated';
import { Legend } from './Legend';
import { canShow, OriginalPane } from './original/OriginalPane';
import { ReportText } from './ReportText';
import { t } from '../../language/t';

interface Props {
  report: ReportDetail;
  current: ReportItemView | null;
  paneRef: RefObject<HTMLDivElement | null>;
  view: View;
  setView: (view: View) => void;
  sync: boolean;
  setSync: (sync: boolean) => void;
  onPick: (id: string) => void;
}

export const VIEWS = { text: t`文字`, original: t`原件` } as const;
export type View = keyof typeof VIEWS;

/** The left side of the desk: the text as it was read with its marks, or the file as it came in. */
export function TextPane({ report, current, paneRef, view, setView, sync, setSync, onPick }: Props) {
  // Read and drawn once somebody wants to see it; then it stays where it was.
  const [opened, setOpened] = useState(view === 'original');
  if (view === 'original' && !opened) setOpened(true);
  const shown = canShow(report.format);
  const asText = view === 'text' || !shown;
  return (
    <div className="desk-pane desk-side">
      <div className="desk-bar">
        <Segmented<View>
          size="small"
          aria-label={t`左侧显示`}
          value={view}
          onChange={setView}
          options={(Object.keys(VIEWS) as View[]).map((value) => ({ value, label: VIEWS[value] }))}
        />
        {asText && <Legend items={report.items} />}
        <label className="desk-switch">
          <Switch size="small" checked={sync} onChange={setSync} disabled={!asText} />
          {t`同步滚动`}
        </label>
      </div>
      {view === 'original' && !shown && (
        <Alert
          type="info"
          style={{ margin: 12 }}
          title={t`.${report.format} 文件不能在网页中按原样显示，下面是读出的文字。`}
          action={<Button href={`/api/v1/documents/${report.documentId}/original`}>{t`下载原件`}</Button>}
        />
      )}
      <div ref={paneRef} className="desk-scroll" tabIndex={0} role="region" aria-label={t`原文`} hidden={!asText}>
        <ReportText text={report.text} items={report.items} onPick={onPick} />
      </div>
      {opened && shown && (
        <div className="desk-scroll" tabIndex={0} role="region" aria-label={t`原件`} hidden={asText}>
          <OriginalPane report={report} current={asText ? null : current} />
        </div>
      )}
    </div>
  );
}
