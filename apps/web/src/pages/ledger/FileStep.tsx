import { InboxOutlined } from '@ant-design/icons';
import { Alert, Card, Progress, Upload } from 'antd';
import { ImportsList } from './ImportsList';
import type { Ledger } from './useLedger';
import { t } from '../../language/t';

/** Takes the file, and shows what was imported before. */
export function FileStep({ ledger: { read, percent }, next }: { ledger: Ledger; next: () => void }) {
  return (
    <>
      <Card>
        <p style={{ marginTop: 0 }}>
          {t`已有的台账可以直接导入，列的顺序和叫法不限，合并单元格、多行表头都能识别。也可以`}
          <a href="/api/v1/ledger-imports/template">{t`下载模板`}</a>
          {t`填写。确认之前不会保存任何内容。`}
        </p>
        <Upload.Dragger
          accept=".xlsx,.xls,.csv"
          showUploadList={false}
          disabled={read.isPending}
          beforeUpload={(chosen) => {
            read.mutate({ chosen }, { onSuccess: next });
            return false;
          }}
        >
          <p className="ant-upload-drag-icon" style={{ marginBottom: 8 }}>
            <InboxOutlined />
          </p>
          <p>{t`把台账文件拖到这里，或点击选择文件`}</p>
          <p className="quiet small">{t`支持 .xlsx、.xls 和 .csv，不超过 10 MB、20000 行`}</p>
        </Upload.Dragger>
        <div aria-live="polite" style={{ marginTop: 12 }}>
          {read.isPending && (
            <>
              <Progress percent={percent} showInfo={false} aria-label={t`上传进度`} />
              <div className="quiet">{percent < 100 ? t`正在上传，已完成 ${percent}%` : t`正在识别表格…`}</div>
            </>
          )}
          {read.error && <Alert type="error" showIcon title={read.error.message} />}
        </div>
      </Card>
      <ImportsList />
    </>
  );
}
