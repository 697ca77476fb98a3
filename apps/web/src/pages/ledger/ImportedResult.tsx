import { Button, Result } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listLedgerImports, type LedgerImported } from '../../api/generated';
import { UndoButton } from './UndoButton';
import { t } from '../../language/t';

/** What became of the import, with the ways on and back. */
export function ImportedResult({ done, restart }: { done: LedgerImported; restart: () => void }) {
  const { data } = useQuery({ queryKey: ['ledger-imports'], queryFn: () => ask(listLedgerImports()) });
  const now = data?.find(({ id }) => id === done.id) ?? done;
  const title = now.undoneAt
    ? t`这次导入已撤回`
    : done.alreadyImported
      ? t`这份台账已经导入过，共 ${done.tasks} 项任务，没有重复导入`
      : t`已导入 ${done.tasks} 项任务`;
  return (
    <Result
      status={now.undoneAt ? 'info' : 'success'}
      title={title}
      subTitle={`${done.fileName} · ${done.sheet}`}
      extra={[
        ...(now.undoneAt
          ? []
          : [
              <Link key="tasks" to={`/tasks?ledgerImportId=${done.id}`}>
                {t`查看导入的任务`}
              </Link>,
            ]),
        <UndoButton key="undo" of={now} />,
        <Button key="again" size="small" onClick={restart}>
          {t`再导入一份`}
        </Button>,
      ]}
    />
  );
}
