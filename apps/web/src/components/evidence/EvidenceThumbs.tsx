import { FileOutlined, FilePdfOutlined, FileTextOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { AttachmentView } from '../../api/generated';
import { EvidencePreview } from './EvidencePreview';
import { isPicture, sizeWords, typeWord } from './file-words';
import './evidence.css';
import { t } from '../../language/t';

/** Evidence in small: pictures show themselves and open in large, everything else says what it is and how large. */
export function EvidenceThumbs({ attachments, path }: { attachments: readonly AttachmentView[]; path: string }) {
  const [open, setOpen] = useState<AttachmentView | null>(null);
  const addressOf = ({ id }: AttachmentView) => `/api/v1${path}/${id}`;
  const pictures = attachments.filter(isPicture);
  return (
    <>
      <ul className="thumbs">
        {attachments.map((one) => (
          <li key={one.id}>
            {isPicture(one) ? (
              <button
                type="button"
                className="thumb"
                onClick={() => setOpen(one)}
                aria-label={t`查看图片：${one.fileName}`}
              >
                <img src={`${addressOf(one)}?inline=1`} alt="" loading="lazy" decoding="async" />
              </button>
            ) : (
              <a
                className="thumb file"
                href={one.shown ? `${addressOf(one)}?inline=1` : addressOf(one)}
                {...(one.shown && { target: '_blank', rel: 'noreferrer' })}
              >
                <Sign mediaType={one.mediaType} />
                <span className="thumb-name">{one.fileName}</span>
                <span className="quiet small">
                  {typeWord(one.fileName)} · {sizeWords(one.size)}
                </span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {open && <EvidencePreview pictures={pictures} first={open} addressOf={addressOf} onClose={() => setOpen(null)} />}
    </>
  );
}

function Sign({ mediaType }: { mediaType: string }) {
  if (mediaType === 'application/pdf') return <FilePdfOutlined aria-hidden />;
  if (mediaType.startsWith('text/')) return <FileTextOutlined aria-hidden />;
  return <FileOutlined aria-hidden />;
}
