import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CellError } from '../api/generated';
import { upload } from '../api/upload';
import { CellErrors } from './CellErrors';
import { t } from '../language/t';

interface Props<Found> {
  title: string;
  width: number;
  /** What the file has to look like. */
  explanation: ReactNode;
  /** Of the files that are offered. */
  accept: string;
  /** Takes the file with `mode` preview or apply. */
  path: string;
  /** What is sent beside the file. */
  fields?: Record<string, string>;
  /** What a file without faults would change. */
  summary: (found: Found) => ReactNode;
  onApplied: (result: Found) => void;
  onClose: () => void;
  /** What else is asked. */
  children?: ReactNode;
}

/** Takes something over out of a file: shows what it says, and stores it only when confirmed. */
export function ImportFileModal<Found extends { errors: CellError[] }>({
  title,
  width,
  explanation,
  accept,
  path,
  fields = {},
  summary,
  onApplied,
  onClose,
  children,
}: Props<Found>) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = (mode: 'preview' | 'apply') => (chosen: File) => upload<Found>(path, chosen, { mode, ...fields });
  const preview = useMutation({ mutationFn: send('preview') });
  const apply = useMutation({
    mutationFn: send('apply'),
    onSuccess: (result) => {
      void queries.invalidateQueries();
      onApplied(result);
    },
  });
  const found = preview.data;
  const error = apply.error ?? preview.error;
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={t`确认导入`}
      okButtonProps={{ disabled: !found || found.errors.length > 0 }}
      confirmLoading={apply.isPending}
      onOk={() => file && apply.mutate(file)}
      onCancel={onClose}
    >
      <p>{explanation}</p>
      <Upload.Dragger
        accept={accept}
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
        <p>{file ? file.name : t`把文件拖到这里，或点击选择文件`}</p>
      </Upload.Dragger>
      <div aria-live="polite" style={{ margin: '12px 0' }}>
        {error && <Alert type="error" showIcon title={error.message} />}
        {found && (found.errors.length > 0 ? <CellErrors errors={found.errors} /> : summary(found))}
      </div>
      {children}
    </Modal>
  );
}
