import { Button, Modal, Table, Typography } from 'antd';
import type { LoadedExamples } from '../../api/generated';
import { t } from '../../language/t';

/** What the examples brought, and the password that is shown once. */
export default function LoadedExamplesModal({ loaded, onClose }: { loaded: LoadedExamples; onClose: () => void }) {
  return (
    <Modal
      open
      title={t`示例已载入`}
      width={680}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t`我已记下密码`}
        </Button>
      }
    >
      <p>
        {t`已建立`} {loaded.accounts.length} {t`个示例人员，导入`} {loaded.reports}{' '}
        {t`份示例报告。示例人员的一次性密码都是：`}
      </p>
      <p>
        <Typography.Text className="secret" copyable>
          {loaded.password}
        </Typography.Text>
      </p>
      <p className="quiet">{t`此密码只显示这一次；各人首次登录后须修改。`}</p>
      <Table
        rowKey="login"
        size="small"
        pagination={false}
        scroll={{ y: 300 }}
        dataSource={loaded.accounts}
        columns={[
          { title: t`姓名`, dataIndex: 'name' },
          { title: t`登录名`, dataIndex: 'login' },
          { title: t`单位`, dataIndex: 'unitName' },
          { title: t`角色`, dataIndex: 'roles', render: (roles: string[]) => roles.join('、') },
        ]}
      />
    </Modal>
  );
}
