import { Table } from 'antd';
import type { Festival } from './days';
import { t } from '../../language/t';

/** A year's holidays in words. */
export function FestivalTable({ festivals }: { festivals: Festival[] }) {
  return (
    <Table<Festival>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={festivals}
      columns={[
        { title: t`节日`, dataIndex: 'name', width: 130 },
        { title: t`放假`, dataIndex: 'off', render: (words: string) => words || '—' },
        { title: t`调休上班`, dataIndex: 'worked', render: (words: string) => words || '—' },
      ]}
    />
  );
}
