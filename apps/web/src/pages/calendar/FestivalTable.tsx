import { Table } from 'antd';
import type { Festival } from './days';

/** A year's holidays in words. */
export function FestivalTable({ festivals }: { festivals: Festival[] }) {
  return (
    <Table<Festival>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={festivals}
      columns={[
        { title: '节日', dataIndex: 'name', width: 130 },
        { title: '放假', dataIndex: 'off', render: (words: string) => words || '—' },
        { title: '调休上班', dataIndex: 'worked', render: (words: string) => words || '—' },
      ]}
    />
  );
}
