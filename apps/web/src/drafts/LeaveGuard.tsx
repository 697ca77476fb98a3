import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { anyUnsaved } from './unsaved';
import { t } from '../language/t';

/** Asks before a page with unsent text is left, by a link, the browser's buttons or its tab. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => anyUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (anyUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t`有内容还没有提交，要离开吗？`}
      okText={t`留在本页`}
      cancelText={t`离开`}
      // Above the form it is about.
      zIndex={1500}
      onOk={() => blocker.reset?.()}
      cancelButtonProps={{ onClick: () => blocker.proceed?.() }}
      onCancel={() => blocker.reset?.()}
    >
      <p>{t`已填写的文字会在这台电脑的浏览器里保留七天，再次打开同一张表单时可以恢复。`}</p>
    </Modal>
  );
}
