import { Breadcrumb, Button, Progress, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReportDetail } from '../../api/generated';
import { EditionNotice } from '../editions/EditionNotice';
import { isOpen } from './arrangement';
import { RemoveReport } from './RemoveReport';
import { t } from '../../language/t';

/** What the report is, how far its review has come, and what can be done with it as a whole. */
export function DeskHead({ report, onKeys }: { report: ReportDetail; onKeys: () => void }) {
  const [removing, setRemoving] = useState(false);
  const all = report.items.length;
  const done = report.items.filter((item) => !isOpen(item)).length;
  return (
    <>
      <Breadcrumb items={[{ title: <Link to="/reports">{t`报告`}</Link> }, { title: t`审核台` }]} />
      <div className="page-head desk-head">
        <div className="grow">
          <h1>
            {report.title}{' '}
            {report.edition > 1 && (
              <Tag>
                {t`第`} {report.edition} {t`稿`}
              </Tag>
            )}
          </h1>
          <div className="quiet small">
            {report.unitName}
            {report.period && ` · ${report.period.label}`} · {report.fileName}
          </div>
        </div>
        <div className="desk-progress">
          <div className="small">
            {t`已审`} {done} / {all}
          </div>
          <Progress
            percent={all === 0 ? 100 : Math.round((100 * done) / all)}
            size="small"
            showInfo={false}
            aria-label={t`审核进度`}
          />
        </div>
        <Button href={`/api/v1/documents/${report.documentId}/original`}>{t`下载原件`}</Button>
        {report.mayReview && <Button onClick={onKeys}>{t`快捷键 ?`}</Button>}
        {report.mayReview && (done === 0 || report.former) && (
          <Button onClick={() => setRemoving(true)}>{report.former ? t`撤回这一稿` : t`删除报告`}</Button>
        )}
      </div>
      <div className="desk-notice">
        <EditionNotice report={report} maySettle={report.maySettle} />
      </div>
      {removing && <RemoveReport report={report} onClose={() => setRemoving(false)} />}
    </>
  );
}
