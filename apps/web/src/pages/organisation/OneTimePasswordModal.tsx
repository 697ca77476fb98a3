import { Button, Modal, Typography } from 'antd';
import { t } from '../../language/t';

export interface Handed {
  name: string;
  login: string;
  password: string;
}

/** A password that is shown exactly once. */
export function OneTimePasswordModal({ handed, onClose }: { handed: Handed; onClose: () => void }) {
  return (
    <Modal
      open
      title={t`${handed.name}的一次性密码`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t`我已记下`}
        </Button>
      }
    >
      <p>
        {t`登录名：`}
        {handed.login}
      </p>
      <Typography.Text className="secret" copyable>
        {handed.password}
      </Typography.Text>
      <p className="quiet">{t`此密码只显示这一次，请当面或通过安全的方式告诉本人；登录后须修改。`}</p>
    </Modal>
  );
}
