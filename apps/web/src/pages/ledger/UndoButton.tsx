import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { ask } from '../../api/client';
import { undoLedgerImport, type LedgerImportView } from '../../api/generated';
import { t } from '../../language/t';

/** Takes a whole import back, or says why that cannot be done any more. */
export function UndoButton({ of: { id, tasks, undoneAt, undoneBy, moved } }: { of: LedgerImportView }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const undo = useMutation({
    mutationFn: () => ask(undoLedgerImport({ path: { id } })),
    onSuccess: () => {
      void message.success(t`已撤回，${tasks} 项任务已删除`);
      void queries.invalidateQueries();
    },
    onError: (error) => message.error(error.message),
  });
  if (undoneAt)
    return (
      <span className="quiet">
        {t`已由`}
        {undoneBy}
        {t`撤回`}
      </span>
    );
  if (moved) return <span className="quiet">{t`已有任务办理，不能整体撤回`}</span>;
  return (
    <Popconfirm
      title={t`撤回这次导入的 ${tasks} 项任务？`}
      okText={t`撤回`}
      cancelText={t`不撤回`}
      onConfirm={() => undo.mutate()}
    >
      <Button size="small" loading={undo.isPending}>
        {t`撤回导入`}
      </Button>
    </Popconfirm>
  );
}
