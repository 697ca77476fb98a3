import { InboxOutlined } from '@ant-design/icons';
import { Alert, Card, Form, Progress, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImportResult } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { UnitSelect } from '../../components/UnitSelect';
import { EditionNotice } from '../editions/EditionNotice';
import { useImports, type FileImport } from './useImports';

/** Takes report files by drag and drop, shows how far each is and what was found in it. */
export function ImportCard() {
  const [unitId, setUnitId] = useState<string>();
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const { imports, add } = useImports();
  return (
    <Card title="导入报告">
      <Upload.Dragger
        accept=".docx,.doc,.wps,.rtf,.pdf,.odt,.ofd,.xlsx,.csv,.html,.htm,.md,.txt"
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          add(file, { unitId, receivedOn: receivedOn ?? undefined });
          return false;
        }}
      >
        <p className="ant-upload-drag-icon" style={{ marginBottom: 8 }}>
          <InboxOutlined />
        </p>
        <p>把报告文件拖到这里，或点击选择文件</p>
        <p className="quiet small">
          支持 Word、WPS、PDF、OFD、ODT、Excel、CSV、网页、Markdown 和文本，可一次选多个，每个不超过 20 MB
        </p>
      </Upload.Dragger>
      <Form layout="vertical" style={{ marginTop: 12, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 12px' }}>
        <Form.Item
          label="报告单位"
          extra="不选时从报告标题和落款中识别，以后可以改"
          htmlFor="import-unit"
          style={{ marginBottom: 0 }}
        >
          <UnitSelect id="import-unit" value={unitId} onChange={setUnitId} allowClear placeholder="从报告中识别" />
        </Form.Item>
        <Form.Item
          label="收到日期"
          extra="“年底前”“三季度末”等时限以报告自己的日期为准，报告没有日期时按收到日期推算"
          htmlFor="import-day"
          style={{ marginBottom: 0 }}
        >
          <DaySelect id="import-day" value={receivedOn} onChange={setReceivedOn} placeholder="今天" />
        </Form.Item>
      </Form>
      <div aria-live="polite">
        {imports.map(({ key, ...one }) => (
          <ImportLine key={key} {...one} />
        ))}
      </div>
    </Card>
  );
}

function ImportLine({ name, percent, result, error }: Omit<FileImport, 'key'>) {
  if (error)
    return (
      <Alert style={{ marginTop: 12 }} type="error" showIcon title={`${name}：未导入`} description={error.message} />
    );
  if (!result) {
    return (
      <div style={{ marginTop: 12 }}>
        {name}：{percent < 100 ? '正在上传' : '正在识别'}
        <Progress percent={percent} status="active" size="small" />
      </div>
    );
  }
  return <ImportedLine name={name} result={result} />;
}

function ImportedLine({ name, result }: { name: string; result: ImportResult }) {
  const { reports, warnings, alreadyImported } = result;
  return (
    <Alert
      style={{ marginTop: 12 }}
      type={alreadyImported || warnings.length > 0 ? 'warning' : 'success'}
      showIcon
      title={`${name}：${alreadyImported ? '这份文件此前已导入，没有重复导入' : `识别出 ${reports.length} 份报告`}`}
      description={
        <>
          {reports.map((report) => (
            <div key={report.id}>
              <Link to={`/reports/${report.id}`}>{report.title}</Link>（{report.unitName}）：下一步工作{' '}
              {report.counts.nextSteps} 项，问题 {report.counts.problems} 个
              <EditionNotice report={report} maySettle={false} />
            </div>
          ))}
          {warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </>
      }
    />
  );
}
