import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, InputNumber, Modal, Select } from 'antd';
import { ask } from '../../api/client';
import { setPolicy, type PolicyPoints, type PolicyView } from '../../api/generated';
import { REPORTING } from '../../words';
import { t } from '../../language/t';

/** Sets what a unit itself says; an empty field means: as the unit above. */
export function PolicyModal({ policy, onClose }: { policy: PolicyView; onClose: () => void }) {
  const [form] = Form.useForm<PolicyPoints>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ evidenceRequired = null, reportEvery = null, lookBackMonths = null }: Partial<PolicyPoints>) =>
      ask(
        setPolicy({
          path: { unitId: policy.unitId },
          body: { version: policy.version, evidenceRequired, reportEvery, lookBackMonths },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      void queries.invalidateQueries({ queryKey: ['task'] });
      void queries.invalidateQueries({ queryKey: ['problem'] });
      void message.success(t`督办规则已保存`);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t`督办规则：${policy.unitName}`}
      okText={t`保存`}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<PolicyPoints>
        form={form}
        layout="vertical"
        initialValues={policy.own}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="evidenceRequired"
          label={t`提交前的佐证材料`}
          extra={t`规定必须有的，没有上传佐证就不能提交核实`}
        >
          <Select
            allowClear
            placeholder={t`同上级`}
            options={[
              { value: true, label: t`必须上传` },
              { value: false, label: t`不作要求` },
            ]}
          />
        </Form.Item>
        <Form.Item name="reportEvery" label={t`报送进展`} extra={t`自交办之日起适用；已交办的任务不变`}>
          <Select
            allowClear
            placeholder={t`同上级`}
            options={Object.entries(REPORTING).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="lookBackMonths" label={t`问题销号几个月后回头看`} extra={t`没有规定的，6 个月后`}>
          <InputNumber
            min={1}
            max={60}
            precision={0}
            suffix={t`个月`}
            placeholder={t`同上级`}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
