import { FileOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AttachmentView } from '../../api/generated';
import { useMay } from '../../session/session';
import { at } from '../time';
import { EvidenceFile } from './EvidenceFile';
import type { EvidenceSubject } from './evidence-subject';
import { isPicture, sizeWords } from './file-words';
import { t } from '../../language/t';

interface Props {
  of: EvidenceSubject;
  attachment: AttachmentView;
  onRemove: () => void;
}

/** One piece of evidence: a picture shows itself, what a browser can show opens beside, everything may be saved. */
export function AttachmentLine({ of, attachment, onRemove }: Props) {
  const supervises = useMay('task.assign');
  const { id, fileName, shown, sha256, mine } = attachment;
  const address = `/api/v1${of.path}/${id}`;
  const removable = of.removes && (mine || supervises);
  return (
    <li>
      {isPicture(attachment) ? (
        <img src={`${address}?inline=1`} alt="" loading="lazy" />
      ) : (
        <FileOutlined className="file-sign" aria-hidden />
      )}
      <div className="grow">
        <EvidenceFile address={address} fileName={fileName} shown={shown} />
        <div className="quiet small">
          {attachment.uploadedBy} · {at(attachment.uploadedAt)} · {sizeWords(attachment.size)} ·{' '}
          <span title={sha256}>SHA-256 {sha256.slice(0, 12)}…</span>
        </div>
      </div>
      {shown && (
        <Button size="small" href={address} aria-label={t`下载：${fileName}`}>
          {t`下载`}
        </Button>
      )}
      {removable && (
        <Button size="small" onClick={onRemove} aria-label={t`移除：${fileName}`}>
          {t`移除`}
        </Button>
      )}
    </li>
  );
}
