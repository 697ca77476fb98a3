import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Progress, Skeleton, Upload } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { ImportResult } from '../../api/generated';
import { EditionNotice } from '../editions/EditionNotice';
import { useImports, type FileImport } from './useImports';
import { t } from '../../language/t';

// Both are read from the report itself as a rule: the fields are loaded for whoever wants to say otherwise.
const ImportFields = lazy(() => import('./ImportFields'));

/** Takes report files by drag and drop, shows how far each is and what was found in it. */
export function ImportCard() {
  const [unitId, setUnitId] = useState<string>();
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const [naming, setNaming] = useState(false);
  const { imports, add } = useImports();
  return (
    <Card title={t`导入报告`}>
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
        <p>{t`把报告文件拖到这里，或点击选择文件`}</p>
        <p className="quiet small">
          {t`支持 Word、WPS、PDF、OFD、ODT、Excel、CSV、网页、Markdown 和文本，可一次选多个，每个不超过 20 MB`}
        </p>
      </Upload.Dragger>
      {naming ? (
        <Suspense fallback={<Skeleton.Input active block style={{ marginTop: 12 }} />}>
          <ImportFields unitId={unitId} setUnitId={setUnitId} receivedOn={receivedOn} setReceivedOn={setReceivedOn} />
        </Suspense>
      ) : (
        <Button type="link" style={{ paddingInline: 0, marginTop: 8 }} onClick={() => setNaming(true)}>
          {t`指定报告单位和收到日期`}
        </Button>
      )}
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
      <Alert style={{ marginTop: 12 }} type="error" showIcon title={t`${name}：未导入`} description={error.message} />
    );
  if (!result) {
    return (
      <div style={{ marginTop: 12 }}>
        {name}：{percent < 100 ? t`正在上传` : t`正在识别`}
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
      title={`${name}：${alreadyImported ? t`这份文件此前已导入，没有重复导入` : t`识别出 ${reports.length} 份报告`}`}
      description={
        <>
          {reports.map((report) => (
            <div key={report.id}>
              <Link to={`/reports/${report.id}`}>{report.title}</Link>（{report.unitName}
              {t`）：下一步工作`} {report.counts.nextSteps} {t`项，问题`} {report.counts.problems} {t`个`}
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
