import { Form, InputNumber, Select, Space } from 'antd';
import type { ReminderPointsView } from '../../api/generated';
import {
  days,
  every,
  inForce,
  NOT_BEFORE,
  REQUESTED,
  RUNGS,
  rulesInWords,
  saidIn,
  type PolicyFields,
} from './reminder-words';
import { t } from '../../language/t';

const options = <T extends string | number>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }));

const BEFORE = [30, 20, 15, 10, 7, 5, 3, 2, 1];
const OFTEN = [1, 2, 3, 5, 10];
const WITHIN = [1, 2, 3, 5, 7, 10, 15];

/** The points of a policy, and what will hold with them; what is left empty is as `above`. `empty` says where that is. */
export function ReminderFields({ above, empty }: { above: ReminderPointsView; empty: string }) {
  const form = Form.useFormInstance<PolicyFields>();
  const fields = Form.useWatch([], form) ?? form.getFieldsValue();
  const within = (name: 'acceptWithin' | 'verifyWithin', label: string) => (
    <Form.Item name={name} label={label} style={{ flex: 1, minWidth: 200 }}>
      <Select
        allowClear
        placeholder={empty}
        options={options([...WITHIN, 0], (n) => (n === 0 ? t`不提醒` : t`超过 ${days(n)}`))}
      />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name="before" label={t`到期前提醒（工作日）`} extra={t`按法定工作日计算；停机错过的只补最近的一次`}>
        <Select
          mode="multiple"
          allowClear
          placeholder={empty}
          options={options([...BEFORE, NOT_BEFORE], (n) => (n === NOT_BEFORE ? t`不提醒` : t`提前 ${days(n)}`))}
        />
      </Form.Item>
      <div className="columns">
        <Form.Item name="onDay" label={t`到期当天`}>
          <Select
            allowClear
            placeholder={empty}
            options={[
              { value: true, label: t`提醒` },
              { value: false, label: t`不提醒` },
            ]}
          />
        </Form.Item>
        <Form.Item name="overdueEvery" label={t`逾期后`} extra={t`逾期后每隔几个工作日再提醒一次，直到办结`}>
          <Select
            allowClear
            placeholder={empty}
            options={options([...OFTEN, 0], (n) => (n === 0 ? t`不提醒` : t`${every(n)}提醒一次`))}
          />
        </Form.Item>
      </div>
      <Form.Item name="request" label={t`催报进展`} extra={t`规定了报送周期的任务按其周期催报；当期已报送的不再催报`}>
        <Select
          allowClear
          placeholder={empty}
          options={[
            ...Object.entries(REQUESTED).map(([value, label]) => ({ value, label })),
            { value: 'none', label: t`不催报` },
          ]}
        />
      </Form.Item>
      <div className="columns">
        {within('acceptWithin', t`待签收`)}
        {within('verifyWithin', t`待核实`)}
      </div>
      <Form.Item
        name="carried"
        label={t`逾期上报`}
        extra={
          fields.carried === 'own' ? t`自完成时限起的工作日；空着的一级不上报。逾期后报送进展即停止上报` : undefined
        }
      >
        <Select
          allowClear
          placeholder={empty}
          options={[
            { value: 'own', label: t`逐级上报` },
            { value: 'none', label: t`不上报` },
          ]}
        />
      </Form.Item>
      {fields.carried === 'own' && (
        <Space wrap size="large" style={{ marginBottom: 16 }}>
          {Object.entries(RUNGS).map(([rung, name]) => (
            <Space key={rung} size={4}>
              <Form.Item name={['after', rung]} noStyle>
                <InputNumber
                  aria-label={t`逾期几个工作日报${name}`}
                  min={1}
                  max={250}
                  precision={0}
                  style={{ width: 72 }}
                />
              </Form.Item>
              {t`日报${name}`}
            </Space>
          ))}
        </Space>
      )}
      <div className="quiet" role="status">
        {t`将按此执行：`}
        {rulesInWords(inForce(saidIn(fields), above))}
      </div>
    </>
  );
}
