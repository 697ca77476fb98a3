import { Alert, Button, Card, Form, InputNumber, Radio, Select, Space, Table } from 'antd';
import type { LedgerColumn } from '../../api/generated';
import { LEDGER_FIELDS } from '../../words';
import type { Ledger, LedgerSettings } from './useLedger';
import { t } from '../../language/t';

const day = (instant: string) => new Date(instant).toLocaleDateString('zh-CN');
const SINGLE: LedgerColumn['field'][] = [
  'title',
  'leadUnit',
  'assignee',
  'leader',
  'dueOn',
  'percent',
  'status',
  'closedOn',
];
const OPTIONS = Object.entries(LEDGER_FIELDS).map(([value, label]) => ({ value, label }));

/** What is missing or said twice in the mapping; null when it can be used. */
function faultOf({ fields }: LedgerSettings): string | null {
  if (!fields.includes('title') && !fields.includes('text')) return t`请指明哪一列是任务名称。`;
  if (!fields.includes('leadUnit')) return t`请指明哪一列是牵头单位。`;
  const twice = SINGLE.find((field) => fields.indexOf(field) !== fields.lastIndexOf(field));
  return twice ? t`“${LEDGER_FIELDS[twice]}”只能对应一列，请改正。` : null;
}

/** Shows what each column seems to say, for a person to correct. */
export function ColumnsStep({ ledger, back, next }: { ledger: Ledger; back: () => void; next: () => void }) {
  const { file, settings, read } = ledger;
  const sheet = ledger.ledger?.sheets.find(({ name }) => name === settings?.sheet);
  if (!file || !settings || !sheet) return null;
  const fault = faultOf(settings);
  const others = ledger.ledger?.others ?? [];
  const map = (at: number, field: LedgerColumn['field']) =>
    ledger.change({ fields: settings.fields.map((now, place) => (place === at ? field : now)) });
  return (
    <Card title={file.name}>
      <Form layout="vertical" className="filters" style={{ gap: '0 24px' }}>
        <Form.Item label={t`工作表`} htmlFor="ledger-sheet">
          <Select
            id="ledger-sheet"
            value={sheet.name}
            onChange={ledger.chooseSheet}
            options={(ledger.ledger?.sheets ?? []).map(({ name, rows }) => ({
              value: name,
              label: t`${name}（${rows} 行）`,
            }))}
            style={{ width: 220 }}
          />
        </Form.Item>
        <Form.Item label={t`表头最后一行`} htmlFor="ledger-head">
          <InputNumber
            id="ledger-head"
            key={sheet.headRow}
            min={1}
            max={1000}
            defaultValue={sheet.headRow}
            onPressEnter={({ currentTarget }) => read.mutate({ chosen: file, headRow: Number(currentTarget.value) })}
            onBlur={({ target }) => {
              const headRow = Number(target.value);
              if (headRow && headRow !== sheet.headRow) read.mutate({ chosen: file, headRow });
            }}
            style={{ width: 130 }}
          />
        </Form.Item>
        <Form.Item label={t`时限没有写年份的，按哪一年`} htmlFor="ledger-year">
          <InputNumber
            id="ledger-year"
            min={2000}
            max={2100}
            value={settings.year}
            onChange={(year) => ledger.change({ year: year ?? sheet.year })}
            style={{ width: 200 }}
          />
        </Form.Item>
        <Form.Item
          label={t`导入后的状态`}
          extra={t`拟立项的还要交办才开始提醒；按台账状态导入的，已交办的立即按时限提醒`}
        >
          <Radio.Group
            value={settings.statuses}
            onChange={({ target }) => ledger.change({ statuses: target.value as LedgerSettings['statuses'] })}
            options={[
              { value: 'draft', label: t`都作为拟立项，再交办` },
              { value: 'ledger', label: t`按台账状态导入` },
            ]}
          />
        </Form.Item>
      </Form>
      <div className="stack" aria-live="polite" style={{ marginBottom: 12, gap: 8 }}>
        {settings.statuses === 'ledger' && (
          <Alert
            type="warning"
            showIcon
            title={t`台账写明已完成的任务将记为已销号，并注明“按台账导入，未在本系统核实”。没有写状态的记为已交办或办理中。`}
          />
        )}
        {sheet.rememberedAt && (
          <Alert
            type="info"
            showIcon
            title={t`已套用 ${day(sheet.rememberedAt)} 导入同样表头时的对应关系，可以修改。`}
          />
        )}
        {sheet.hiddenRows > 0 && (
          <Alert
            type="info"
            showIcon
            title={t`有 ${sheet.hiddenRows} 行在表格中是隐藏的，不会导入；如需导入请取消隐藏后重新选择文件。`}
          />
        )}
        {others.length > 0 && (
          <div className="quiet small">
            {t`未找到任务的工作表：`}
            {others.join('、')}
          </div>
        )}
        {read.error && <Alert type="error" showIcon title={read.error.message} />}
      </div>
      <Table<LedgerColumn & { at: number }>
        size="small"
        rowKey="at"
        loading={read.isPending}
        dataSource={sheet.columns.map((column, at) => ({ ...column, at }))}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t`列`, dataIndex: 'letter', width: 50 },
          {
            title: t`表头`,
            dataIndex: 'head',
            width: 180,
            render: (head: string) => head.replaceAll('/', ' / ') || <span className="quiet">{t`（没有表头）`}</span>,
          },
          {
            title: t`对应为`,
            key: 'field',
            width: 250,
            render: (_, { at, letter, head }) => (
              <Select
                aria-label={t`${letter} 列“${head}”对应为`}
                value={settings.fields[at]}
                onChange={(field: LedgerColumn['field'] | undefined) => map(at, field ?? null)}
                allowClear
                placeholder={t`不导入`}
                options={OPTIONS}
                style={{ width: 230 }}
              />
            ),
          },
          {
            title: t`前几行的内容`,
            dataIndex: 'samples',
            render: (samples: string[]) => <span className="quiet small">{samples.join(' ｜ ') || t`（空）`}</span>,
          },
        ]}
      />
      <Space style={{ marginTop: 16 }}>
        <Button onClick={back}>{t`重新选择文件`}</Button>
        <Button type="primary" disabled={fault !== null} onClick={next}>
          {t`下一步：检查`}
        </Button>
        {fault && <span role="alert">{fault}</span>}
      </Space>
    </Card>
  );
}
