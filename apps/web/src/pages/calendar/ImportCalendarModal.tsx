import { Alert, App, Form, Input } from 'antd';
import { useState } from 'react';
import type { CalendarImport } from '../../api/generated';
import { ImportFileModal } from '../../components/ImportFileModal';
import { festivalsOf } from './days';
import { FestivalTable } from './FestivalTable';
import { t } from '../../language/t';

/** The holidays of a year out of a file. */
export function ImportCalendarModal({ year, onClose }: { year: number; onClose: () => void }) {
  const { message } = App.useApp();
  const [source, setSource] = useState('');
  return (
    <ImportFileModal<CalendarImport>
      width={720}
      title={t`导入${year}年放假安排`}
      explanation={t`表格须有“日期”“类型”“名称”三列，类型写“放假”或“上班”；一行一天，可以是 Excel、CSV 或 JSON 文件。导入后替换这一年现有的安排，并标为已公布。`}
      accept=".xlsx,.csv,.json"
      path="/calendar/imports"
      fields={{ year: String(year), source: source.trim() }}
      summary={(found) => <Summary found={found} />}
      onApplied={() => {
        void message.success(t`${year}年放假安排已导入`);
        onClose();
      }}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={t`依据`}
          htmlFor="calendar-source"
          extra={t`通知名称和文号，选填`}
          style={{ marginBottom: 0 }}
        >
          <Input
            id="calendar-source"
            maxLength={200}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
        </Form.Item>
      </Form>
    </ImportFileModal>
  );
}

function Summary({ found: { exceptions, added, changed, removed } }: { found: CalendarImport }) {
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t`检查通过，确认后导入`}
        description={t`新增 ${added} 天，更改 ${changed} 天，去掉 ${removed} 天`}
        style={{ marginBottom: 8 }}
      />
      <FestivalTable festivals={festivalsOf(exceptions)} />
    </>
  );
}
