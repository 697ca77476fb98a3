import { Alert, Button, Modal, Table } from 'antd';
import { useState } from 'react';
import type { OrganisationImport } from '../../api/generated';
import { ImportFileModal } from '../../components/ImportFileModal';
import { t } from '../../language/t';

const PATH = '/organisation/imports';

/** Units and people out of Excel or CSV. */
export function ImportModal({ onClose }: { onClose: () => void }) {
  const [applied, setApplied] = useState<OrganisationImport | null>(null);
  if (applied) return <Applied result={applied} onClose={onClose} />;
  return (
    <ImportFileModal<OrganisationImport>
      width={760}
      title={t`从 Excel 导入单位和人员`}
      explanation={
        <>
          {t`按模板填写“单位”和“人员”两个工作表，也可以分别用 CSV 文件导入。`}
          <a href={`/api/v1${PATH}/template`}>{t`下载模板`}</a>
        </>
      }
      accept=".xlsx,.csv"
      path={PATH}
      summary={({ units, people }) => (
        <Alert
          type="success"
          showIcon
          title={t`检查通过，确认后导入`}
          description={t`单位：新增 ${units.created}，更新 ${units.updated}，不变 ${units.unchanged}；人员：新增 ${people.created}，更新 ${people.updated}，不变 ${people.unchanged}`}
        />
      )}
      onApplied={setApplied}
      onClose={onClose}
    />
  );
}

function Applied({ result, onClose }: { result: OrganisationImport; onClose: () => void }) {
  const { units, people, oneTimePasswords } = result;
  return (
    <Modal
      open
      width={640}
      title={t`导入完成`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {oneTimePasswords.length > 0 ? t`我已记下密码` : t`关闭`}
        </Button>
      }
    >
      <p>
        {t`单位新增`} {units.created}
        {t`、更新`} {units.updated}
        {t`；人员新增`} {people.created}
        {t`、更新`} {people.updated}。
      </p>
      {oneTimePasswords.length > 0 && (
        <>
          <p>{t`新增人员的一次性密码只显示这一次，登录后须修改：`}</p>
          <Table
            size="small"
            rowKey="login"
            pagination={false}
            scroll={{ y: 320 }}
            dataSource={oneTimePasswords}
            columns={[
              { title: t`姓名`, dataIndex: 'name' },
              { title: t`登录名`, dataIndex: 'login' },
              { title: t`一次性密码`, dataIndex: 'password' },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
