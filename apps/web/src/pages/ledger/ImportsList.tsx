import { useQuery } from '@tanstack/react-query';
import { Card, Table } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listLedgerImports, type LedgerImportView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { UndoButton } from './UndoButton';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** What was imported before, with a way to its tasks and a way back. */
export function ImportsList() {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['ledger-imports'],
    queryFn: () => ask(listLedgerImports()),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <Card title={t`以前的导入`}>
      <Table<LedgerImportView>
        size="small"
        rowKey="id"
        loading={isFetching && !data}
        dataSource={data}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <span className="quiet">{t`还没有导入过台账。在上方选择 Excel 或 CSV 文件开始。`}</span> }}
        columns={[
          {
            title: t`文件`,
            dataIndex: 'fileName',
            render: (name: string, { id }) => <a href={`/api/v1/ledger-imports/${id}/original`}>{name}</a>,
          },
          { title: t`工作表`, dataIndex: 'sheet' },
          { title: t`导入人`, dataIndex: 'importedBy' },
          { title: t`时间`, dataIndex: 'importedAt', render: at },
          {
            title: t`任务`,
            dataIndex: 'tasks',
            render: (tasks: number, { id, undoneAt }) =>
              undoneAt ? (
                t`${tasks} 项`
              ) : (
                <Link to={`/tasks?ledgerImportId=${id}`}>
                  {tasks} {t`项`}
                </Link>
              ),
          },
          { title: '', key: 'undo', render: (_, one) => <UndoButton of={one} /> },
        ]}
      />
    </Card>
  );
}
