import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { ask } from '../../api/client';
import { removeReport, type ReportDetail } from '../../api/generated';
import { t } from '../../language/t';

/** Takes back an import made by mistake; a corrected version gives what it took over back to the former edition. */
export function RemoveReport({ report, onClose }: { report: ReportDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { former } = report;
  const remove = useMutation({
    mutationFn: async () => {
      await ask(removeReport({ path: { id: report.id } }));
    },
    onSuccess: async () => {
      await navigate(former ? `/reports/${former.id}` : '/reports');
      void queries.invalidateQueries();
      void message.success(former ? t`这一稿已撤回，原有决定回到上一稿` : t`报告已删除`);
    },
  });
  return (
    <Modal
      open
      title={former ? t`撤回第 ${report.edition} 稿？` : t`删除这份报告？`}
      okText={former ? t`撤回` : t`删除`}
      okButtonProps={{ danger: true }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
      confirmLoading={remove.isPending}
    >
      {remove.error && <Alert type="error" showIcon title={remove.error.message} />}
      <p>
        {former
          ? t`任务、问题和审核决定将回到上一稿，本稿新增的事项被删除。本稿中已作出新决定的，须先撤销那些决定。`
          : t`“${report.title}”和从中识别的 ${report.items.length} 条事项将被删除。`}
        {t`需要时可以重新导入原文件。`}
      </p>
    </Modal>
  );
}
