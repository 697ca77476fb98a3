import { Alert, Form, Input, Modal, Radio } from 'antd';
import { ask } from '../../api/client';
import { decideFindings, type CheckDetail, type FindingDecision } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { useCheckCommand } from './useCheckCommand';
import { t } from '../../language/t';

type Fields = Record<string, Pick<FindingDecision, 'decision' | 'reason' | 'dueOn'>>;

/** Confirms findings as problems of the inspected unit, or rejects them with a reason: all at once. */
export function DecideModal({ check, onClose }: { check: CheckDetail; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const waiting = check.found.filter(({ status }) => status === 'recorded');
  const decide = useCheckCommand(
    check,
    (fields: Fields) => {
      const decisions = waiting.map(({ id }) => ({ findingId: id, ...fields[id] }));
      return ask(decideFindings({ path: { id: check.id }, body: { version: check.version, decisions } }));
    },
    t`已认定`,
    onClose,
  );
  return (
    <Modal
      open
      width={680}
      title={t`认定发现`}
      okText={t`认定`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={decide.isPending}
    >
      {decide.error && <Alert type="error" showIcon title={decide.error.message} style={{ marginBottom: 12 }} />}
      {waiting.length === 0 && <p>{t`检查组没有发现问题，认定后这项检查办结。`}</p>}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={Object.fromEntries(waiting.map(({ id, dueOn }) => [id, { decision: 'confirmed', dueOn }]))}
        onFinish={(fields) => decide.mutate(fields)}
      >
        {waiting.map(({ id, title, text }) => (
          <div key={id} role="group" aria-label={title} className="decision">
            <b>{title}</b>
            {text !== title && <div className="narrative quiet">{text}</div>}
            <Form.Item name={[id, 'decision']} noStyle>
              <Radio.Group
                options={[
                  { value: 'confirmed', label: t`认定为${check.inspectedUnitName}的问题` },
                  { value: 'rejected', label: t`不予认定` },
                ]}
              />
            </Form.Item>
            <Form.Item noStyle dependencies={[[id, 'decision']]}>
              {({ getFieldValue }) =>
                getFieldValue([id, 'decision']) === 'rejected' ? (
                  <Form.Item
                    name={[id, 'reason']}
                    label={t`理由`}
                    rules={[{ required: true, whitespace: true, message: t`请写明不予认定的理由` }]}
                  >
                    <Input maxLength={500} />
                  </Form.Item>
                ) : (
                  <Form.Item name={[id, 'dueOn']} label={t`整改时限`}>
                    <DaySelect />
                  </Form.Item>
                )
              }
            </Form.Item>
          </div>
        ))}
      </Form>
    </Modal>
  );
}
