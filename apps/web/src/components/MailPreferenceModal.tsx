import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Modal, Select, Skeleton } from 'antd';
import { ask } from '../api/client';
import { changeMailPreference, getMailPreference, type PreferenceView } from '../api/generated';
import { OPTIONAL_REMINDERS } from '../words';
import { FormModal } from './FormModal';
import { mailTimeWords } from './mail-time-words';
import { t } from '../language/t';

type Kind = PreferenceView['declined'][number];

interface Fields {
  sendHour?: number | null;
  quietFrom?: number | null;
  quietTo?: number | null;
  timeZone?: string | null;
  wanted: Kind[];
}

const KINDS = Object.keys(OPTIONAL_REMINDERS) as Kind[];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: t`${hour} 点` }));
const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** 邮件提醒设置: when one wants one's mails, and which of the optional ones. */
export function MailPreferenceModal({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['mail-preference'],
    queryFn: () => ask(getMailPreference()),
    staleTime: 0,
    gcTime: 0,
  });
  if (data) return <PreferenceForm preference={data} onClose={onClose} />;
  return (
    <Modal open title={t`邮件提醒设置`} footer={null} onCancel={onClose}>
      {error ? <Alert type="error" showIcon title={error.message} /> : <Skeleton active />}
    </Modal>
  );
}

function PreferenceForm({ preference, onClose }: { preference: PreferenceView; onClose: () => void }) {
  const { usualSendHour, usualTimeZone, address, declined } = preference;
  return (
    <FormModal<Fields>
      title={t`邮件提醒设置`}
      okText={t`保存`}
      done={t`已保存邮件提醒设置`}
      send={({ sendHour = null, quietFrom = null, quietTo = null, timeZone = null, wanted }) =>
        ask(
          changeMailPreference({
            body: {
              ...{ sendHour, quietFrom, quietTo, timeZone },
              declined: KINDS.filter((kind) => !wanted.includes(kind)),
            },
          }),
        )
      }
      renews={['mail-preference']}
      initialValues={{
        ...{ sendHour: preference.sendHour, timeZone: preference.timeZone },
        ...{ quietFrom: preference.quietFrom, quietTo: preference.quietTo },
        wanted: KINDS.filter((kind) => !declined.includes(kind)),
      }}
      onClose={onClose}
    >
      {address === null ? (
        <Alert type="warning" showIcon title={t`您还没有登记邮箱，提醒只在系统内显示。请联系管理员登记邮箱。`} />
      ) : (
        <p style={{ marginTop: 0 }}>
          {t`邮件发到`} {address}
          {t`，同一天的提醒合成一封。`}
        </p>
      )}
      <Form.Item name="sendHour" label={t`每天几点以后发送`} style={{ marginTop: 12 }}>
        <Select allowClear placeholder={t`${usualSendHour} 点（按单位的规定）`} options={HOURS} />
      </Form.Item>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 12px' }}>
        <Form.Item
          name="quietFrom"
          label={t`免打扰，从`}
          extra={t`静默时间：其间不发每日的提醒邮件，过后再发`}
          dependencies={['quietTo']}
          rules={[BOTH('quietTo')]}
        >
          <Select allowClear placeholder={t`不设置`} options={HOURS} />
        </Form.Item>
        <Form.Item name="quietTo" label={t`到`} dependencies={['quietFrom']} rules={[BOTH('quietFrom')]}>
          <Select allowClear placeholder={t`不设置`} options={HOURS} />
        </Form.Item>
      </div>
      <Form.Item name="timeZone" label={t`时区`}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t`${usualTimeZone}（单位所在时区）`}
          options={ZONES}
        />
      </Form.Item>
      <Form.Item name="wanted" label={t`可以退订的邮件提醒`} extra={t`到期当天、逾期、催办等提醒必须发送，不能退订。`}>
        <Checkbox.Group
          options={KINDS.map((value) => ({
            value,
            label: `${OPTIONAL_REMINDERS[value].name}（${OPTIONAL_REMINDERS[value].meaning}）`,
          }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => {
          const { sendHour, quietFrom, quietTo } = getFieldsValue() as Fields;
          return (
            <Alert
              type="info"
              title={mailTimeWords({ sendHour: sendHour ?? usualSendHour, quietFrom, quietTo })}
              description={t`催办和立巡立交的邮件随时发送，不受发送时间和免打扰的限制。`}
              role="status"
            />
          );
        }}
      </Form.Item>
    </FormModal>
  );
}

/** Quiet hours have a beginning and an end, and they are not the same. */
const BOTH =
  (other: 'quietFrom' | 'quietTo') =>
  ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_: unknown, value: unknown) => {
      const one = value ?? null;
      const two = getFieldValue(other) ?? null;
      if ((one === null) !== (two === null)) return Promise.reject(new Error(t`请同时选择开始和结束`));
      return one !== null && one === two ? Promise.reject(new Error(t`开始和结束不能相同`)) : Promise.resolve();
    },
  });
