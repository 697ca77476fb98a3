import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import type { CalendarImport } from '../../api/generated';
import { upload } from '../../api/upload';
import { festivalsOf } from './days';
import { FestivalTable } from './FestivalTable';

const PATH = '/calendar/imports';

/** The holidays of a year out of a file: shows what it says, and stores it only when confirmed. */
export function ImportCalendarModal({ year, onClose }: { year: number; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const send = (mode: 'preview' | 'apply') => (chosen: File) =>
    upload<CalendarImport>(PATH, chosen, { mode, year: String(year), source: source.trim() });
  const preview = useMutation({ mutationFn: send('preview') });
  const apply = useMutation({
    mutationFn: send('apply'),
    onSuccess: () => {
      void queries.invalidateQueries();
      void message.success(`${year}年放假安排已导入`);
      onClose();
    },
  });
  const found = preview.data;
  const error = apply.error ?? preview.error;
  return (
    <Modal
      open
      width={720}
      title={`导入${year}年放假安排`}
      okText="确认导入"
      okButtonProps={{ disabled: !found || found.errors.length > 0 }}
      confirmLoading={apply.isPending}
      onOk={() => file && apply.mutate(file)}
      onCancel={onClose}
    >
      <p>
        表格须有“日期”“类型”“名称”三列，类型写“放假”或“上班”；一行一天，可以是 Excel、CSV 或 JSON
        文件。导入后替换这一年现有的安排，并标为已公布。
      </p>
      <Upload.Dragger
        accept=".xlsx,.csv,.json"
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
      <div aria-live="polite" style={{ margin: '12px 0' }}>
        {error && <Alert type="error" showIcon title={error.message} />}
        {found && <Found found={found} />}
      </div>
      <Form layout="vertical">
        <Form.Item label="依据" htmlFor="calendar-source" extra="通知名称和文号，选填" style={{ marginBottom: 0 }}>
          <Input
            id="calendar-source"
            maxLength={200}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Found({ found: { exceptions, added, changed, removed, errors } }: { found: CalendarImport }) {
  if (errors.length === 0) {
    return (
      <>
        <Alert
          type="success"
          showIcon
          title="检查通过，确认后导入"
          description={`新增 ${added} 天，更改 ${changed} 天，去掉 ${removed} 天`}
          style={{ marginBottom: 8 }}
        />
        <FestivalTable festivals={festivalsOf(exceptions)} />
      </>
    );
  }
  return (
    <>
      <Alert type="error" showIcon title={`有 ${errors.length} 处错误，改正后重新选择文件。没有导入任何内容。`} />
      <Table
        style={{ marginTop: 8 }}
        size="small"
        rowKey={({ row, field, message }) => `${row} ${field} ${message}`}
        dataSource={errors}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ y: 260 }}
        columns={[
          { title: '行', dataIndex: 'row', width: 60 },
          { title: '列', dataIndex: 'field', width: 80 },
          { title: '错误', dataIndex: 'message' },
        ]}
      />
    </>
  );
}
