import { Breadcrumb, Button, Modal, Progress, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReportDetail } from '../../api/generated';
import { EditionNotice } from '../editions/EditionNotice';
import { RemoveReport } from './RemoveReport';

const KEYS: [string, string][] = [
  ['j / k', '下一条 / 上一条'],
  ['a', '接受'],
  ['e', '编辑'],
  ['s', '拆分'],
  ['m', '合并选中的事项'],
  ['r', '驳回'],
  ['u', '撤销上一个决定'],
  ['x', '选中或取消选中'],
  ['?', '显示本说明'],
];

interface Props {
  report: ReportDetail;
  helping: boolean;
  setHelping: (open: boolean) => void;
}

export function DeskHead({ report, helping, setHelping }: Props) {
  const [removing, setRemoving] = useState(false);
  const all = report.items.length;
  const done = report.items.filter(({ status }) => status !== 'proposed').length;
  return (
    <>
      <Breadcrumb items={[{ title: <Link to="/reports">报告</Link> }, { title: '审核台' }]} />
      <div className="page-head" style={{ margin: '6px 0 12px' }}>
        <div className="grow">
          <h1>
            {report.title} {report.edition > 1 && <Tag>第 {report.edition} 稿</Tag>}
          </h1>
          <div className="quiet small">
            {report.unitName}
            {report.period && ` · ${report.period.label}`} · {report.fileName}
          </div>
        </div>
        <div style={{ width: 180 }}>
          <div className="small">
            已审 {done} / {all}
          </div>
          <Progress
            percent={all === 0 ? 100 : Math.round((100 * done) / all)}
            size="small"
            showInfo={false}
            aria-label="审核进度"
          />
        </div>
        <Button href={`/api/v1/documents/${report.documentId}/original`}>下载原件</Button>
        {report.mayReview && <Button onClick={() => setHelping(true)}>快捷键</Button>}
        {report.mayReview && (done === 0 || report.former) && (
          <Button onClick={() => setRemoving(true)}>{report.former ? '撤回这一稿' : '删除报告'}</Button>
        )}
      </div>
      <div className="desk-notice">
        <EditionNotice report={report} maySettle={report.maySettle} />
      </div>
      <Modal open={helping} title="快捷键" footer={null} onCancel={() => setHelping(false)}>
        <table>
          <tbody>
            {KEYS.map(([key, meaning]) => (
              <tr key={key}>
                <td style={{ padding: '4px 16px 4px 0' }}>
                  <kbd>{key}</kbd>
                </td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">在左侧原文中选中一段文字，可以把漏掉的内容标为事项。</p>
      </Modal>
      {removing && <RemoveReport report={report} onClose={() => setRemoving(false)} />}
    </>
  );
}
