import { Button, Modal, Typography } from 'antd';

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
      title={`${handed.name}的一次性密码`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          我已记下
        </Button>
      }
    >
      <p>登录名：{handed.login}</p>
      <Typography.Text className="secret" copyable>
        {handed.password}
      </Typography.Text>
      <p className="quiet">此密码只显示这一次，请当面或通过安全的方式告诉本人；登录后须修改。</p>
    </Modal>
  );
}
