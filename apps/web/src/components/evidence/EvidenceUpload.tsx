import { InboxOutlined } from '@ant-design/icons';
import { Alert, Progress, Upload } from 'antd';
import type { EvidenceSubject } from './evidence-subject';
import { useEvidenceUpload, type EvidenceUploading } from './useEvidenceUpload';
import './evidence.css';
import { t } from '../../language/t';

/** What the file dialog offers; a phone offers its camera. The server looks at the content. */
const ACCEPT =
  'image/*,video/mp4,.mov,.pdf,.ofd,.docx,.doc,.wps,.xlsx,.xls,.et,.pptx,.ppt,.dps,.odt,.ods,.odp,.txt,.csv,.md';

/** Takes evidence by drag and drop, several files at once, and shows how far each is. */
export function EvidenceUpload({ of, compact = false }: { of: EvidenceSubject; compact?: boolean }) {
  const { uploads, add } = useEvidenceUpload(of);
  return (
    <>
      <Upload.Dragger
        accept={ACCEPT}
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          add(file);
          return false;
        }}
      >
        <div className="drop">
          <InboxOutlined className="drop-sign" aria-hidden />
          <span>
            {compact ? t`附上佐证材料（选填）：拖到这里，或点击选择、拍照` : t`把佐证材料拖到这里，或点击选择、拍照`}
            <span className="quiet small">
              {t`图片、PDF、OFD、Word、Excel、WPS、演示文稿、文本、短视频，可一次选多个，每个不超过 50 MB`}
            </span>
          </span>
        </div>
      </Upload.Dragger>
      <div aria-live="polite">
        {uploads.map(({ key, ...one }) => (
          <UploadLine key={key} {...one} />
        ))}
      </div>
    </>
  );
}

function UploadLine({ name, percent, result, error }: Omit<EvidenceUploading, 'key'>) {
  if (error) return <Alert className="upload-line" type="error" showIcon title={error.message} />;
  if (result?.notice) return <Alert className="upload-line" type="warning" showIcon title={result.notice} />;
  if (result) return <Alert className="upload-line" type="success" showIcon title={t`已上传：${result.fileName}`} />;
  return (
    <div className="upload-line">
      {name}：{percent < 100 ? t`正在上传` : t`正在核对格式`}
      <Progress percent={percent} status="active" size="small" aria-label={t`上传进度：${name}`} />
    </div>
  );
}
