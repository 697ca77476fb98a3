import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import type { OrganisationImport } from '../../api/generated';
import { upload } from '../../api/upload';

const PATH = '/organisation/imports';

/** Units and people out of Excel or CSV: shows what would happen, and stores it only when confirmed. */
export function ImportModal({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({
    mutationFn: (chosen: File) => upload<OrganisationImport>(PATH, chosen, { mode: 'preview' }),
  });
  const apply = useMutation({
    mutationFn: (chosen: File) => upload<OrganisationImport>(PATH, chosen, { mode: 'apply' }),
    onSuccess: () => void queries.invalidateQueries(),
  });
  const found = preview.data;
  const error = apply.error ?? preview.error;
  if (apply.data) return <Applied result={apply.data} onClose={onClose} />;
  return (
    <Modal
      open
      width={760}
      title="从 Excel 导入单位和人员"
      okText="确认导入"
      okButtonProps={{ disabled: !found || found.errors.length > 0 }}
      confirmLoading={apply.isPending}
      onOk={() => file && apply.mutate(file)}
      onCancel={onClose}
    >
      <p>
        按模板填写“单位”和“人员”两个工作表，也可以分别用 CSV 文件导入。
        <a href={`/api/v1${PATH}/template`}>下载模板</a>
      </p>
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        beforeUpload={(chosen) => {
          setFile(chosen);
          apply.reset();
          preview.mutate(chosen);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon" style={{ marginBottom: 8 }}>
          <InboxOutlined />
        </p>
        <p>{file ? file.name : '把文件拖到这里，或点击选择文件'}</p>
      </Upload.Dragger>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {error && <Alert type="error" showIcon title={error.message} />}
        {found && <Found found={found} />}
      </div>
    </Modal>
  );
}

function Found({ found: { units, people, errors } }: { found: OrganisationImport }) {
  if (errors.length === 0) {
    return (
      <Alert
        type="success"
        showIcon
        title="检查通过，确认后导入"
        description={`单位：新增 ${units.created}，更新 ${units.updated}，不变 ${units.unchanged}；人员：新增 ${people.created}，更新 ${people.updated}，不变 ${people.unchanged}`}
      />
    );
  }
  return (
    <>
      <Alert type="error" showIcon title={`有 ${errors.length} 处错误，改正后重新选择文件。没有导入任何内容。`} />
      <Table
        style={{ marginTop: 8 }}
        size="small"
        rowKey={({ sheet, row, field, message }) => `${sheet} ${row} ${field} ${message}`}
        dataSource={errors}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ y: 260 }}
        columns={[
          { title: '工作表', dataIndex: 'sheet', width: 90 },
          { title: '行', dataIndex: 'row', width: 60 },
          { title: '列', dataIndex: 'field', width: 110 },
          { title: '错误', dataIndex: 'message' },
        ]}
      />
    </>
  );
}

function Applied({ result, onClose }: { result: OrganisationImport; onClose: () => void }) {
  const { units, people, oneTimePasswords } = result;
  return (
    <Modal
      open
      width={640}
      title="导入完成"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {oneTimePasswords.length > 0 ? '我已记下密码' : '关闭'}
        </Button>
      }
    >
      <p>
        单位新增 {units.created}、更新 {units.updated}；人员新增 {people.created}、更新 {people.updated}。
      </p>
      {oneTimePasswords.length > 0 && (
        <>
          <p>新增人员的一次性密码只显示这一次，登录后须修改：</p>
          <Table
            size="small"
            rowKey="login"
            pagination={false}
            scroll={{ y: 320 }}
            dataSource={oneTimePasswords}
            columns={[
              { title: '姓名', dataIndex: 'name' },
              { title: '登录名', dataIndex: 'login' },
              { title: '一次性密码', dataIndex: 'password' },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
