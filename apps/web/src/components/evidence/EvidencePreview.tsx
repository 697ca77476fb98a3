import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { AttachmentView } from '../../api/generated';
import { t } from '../../language/t';

interface Props {
  /** Pictures only, in the order in which they are turned over. */
  pictures: readonly AttachmentView[];
  first: AttachmentView;
  addressOf: (attachment: AttachmentView) => string;
  onClose: () => void;
}

/** Pictures in large: arrows turn over, + and - change the size, Escape closes. */
export function EvidencePreview({ pictures, first, addressOf, onClose }: Props) {
  const [index, setIndex] = useState(Math.max(0, pictures.indexOf(first)));
  const [large, setLarge] = useState(false);
  const shown = pictures[index] ?? first;
  const turn = (by: number) => {
    setIndex((index + by + pictures.length) % pictures.length);
    setLarge(false);
  };
  const keys: Record<string, () => void> = {
    ArrowLeft: () => turn(-1),
    ArrowRight: () => turn(1),
    '+': () => setLarge(true),
    '=': () => setLarge(true),
    '-': () => setLarge(false),
  };
  return (
    <Modal
      open
      centered
      width="min(1100px, 96vw)"
      title={shown.fileName}
      onCancel={onClose}
      footer={
        <div className="preview-foot">
          {pictures.length > 1 && (
            <>
              <Button icon={<LeftOutlined />} onClick={() => turn(-1)} aria-label={t`上一张`} />
              <span aria-live="polite">
                {index + 1} / {pictures.length}
              </span>
              <Button icon={<RightOutlined />} onClick={() => turn(1)} aria-label={t`下一张`} />
            </>
          )}
          <Button icon={large ? <ZoomOutOutlined /> : <ZoomInOutlined />} onClick={() => setLarge(!large)}>
            {large ? t`适合窗口` : t`原始大小`}
          </Button>
          <Button href={addressOf(shown)}>{t`下载`}</Button>
        </div>
      }
    >
      {/* Focusable, so that the keys reach it and a large picture can be scrolled without a mouse. */}
      <div
        className={large ? 'preview large' : 'preview'}
        role="group"
        aria-label={t`图片，左右方向键翻看，加减号缩放`}
        tabIndex={0}
        onKeyDown={(event) => {
          // In a large picture the arrows scroll.
          if (large && event.key.startsWith('Arrow')) return;
          keys[event.key]?.();
        }}
      >
        <img key={shown.id} src={`${addressOf(shown)}?inline=1`} alt={shown.fileName} />
      </div>
    </Modal>
  );
}
