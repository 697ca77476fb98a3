import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { ask } from '../../api/client';
import { removeReport, type ReportDetail } from '../../api/generated';

/** Takes back an import made by mistake. */
export function RemoveReport({ report, onClose }: { report: ReportDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const remove = useMutation({
    mutationFn: async () => {
      await ask(removeReport({ path: { id: report.id } }));
    },
    onSuccess: async () => {
      await navigate('/reports');
      void queries.invalidateQueries();
      void message.success('报告已删除');
    },
  });
  return (
    <Modal
      open
      title="删除这份报告？"
      okText="删除"
      okButtonProps={{ danger: true }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
      confirmLoading={remove.isPending}
    >
      {remove.error && <Alert type="error" showIcon title={remove.error.message} />}
      <p>
        “{report.title}”和从中识别的 {report.items.length} 条事项将被删除。需要时可以重新导入原文件。
      </p>
    </Modal>
  );
}
