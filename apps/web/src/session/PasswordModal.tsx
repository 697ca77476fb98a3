import { App, Modal } from 'antd';
import { PasswordForm } from './PasswordPage';
import { t } from '../language/t';

/** Changes one's own password from the menu of the person. */
export function PasswordModal({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  return (
    <Modal open title={t`修改密码`} footer={null} onCancel={onClose}>
      <PasswordForm
        onDone={() => {
          onClose();
          void message.success(t`密码已修改，其他浏览器上的登录已退出`);
        }}
      />
    </Modal>
  );
}
