import { Alert, Table } from 'antd';
import type { CellError } from '../api/generated';
import { t } from '../language/t';

/** Everything that is wrong in a file, so that it can be put right at once. */
export function CellErrors({ errors }: { errors: CellError[] }) {
  // Files of one table name no sheet.
  const sheets = errors.some(({ sheet }) => sheet !== '');
  return (
    <>
      <Alert type="error" showIcon title={t`有 ${errors.length} 处错误，改正后重新选择文件。没有导入任何内容。`} />
      <Table
        style={{ marginTop: 8 }}
        size="small"
        rowKey={({ sheet, row, field, message }) => `${sheet} ${row} ${field} ${message}`}
        dataSource={errors}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ y: 260 }}
        columns={[
          ...(sheets ? [{ title: t`工作表`, dataIndex: 'sheet', width: 90 }] : []),
          { title: t`行`, dataIndex: 'row', width: 60 },
          { title: t`列`, dataIndex: 'field', width: 110 },
          { title: t`错误`, dataIndex: 'message' },
        ]}
      />
    </>
  );
}
