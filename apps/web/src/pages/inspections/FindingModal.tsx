import { Alert, AutoComplete, Form, Input, Modal } from 'antd';
import { ask } from '../../api/client';
import { changeFinding, recordFinding, type CheckDetail, type FindingView } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { useProblemChoices } from '../problems/useProblemChoices';
import { useCheckCommand } from './useCheckCommand';
import { t } from '../../language/t';

interface Fields {
  title: string;
  text?: string;
  category?: string | null;
  dueOn?: string | null;
}

/** Records what was found, or changes it. What was typed stays when the server refuses. */
export function FindingModal(props: { check: CheckDetail; finding?: FindingView; onClose: () => void }) {
  const { check, finding, onClose } = props;
  const [form] = Form.useForm<Fields>();
  const { data: choices } = useProblemChoices();
  const save = useCheckCommand(
    check,
    ({ title, text, category, dueOn = null }: Fields) => {
      const facts = { title, text: text?.trim() || title, category: category?.trim() || null, dueOn };
      const body = { ...facts, version: check.version };
      return finding
        ? ask(changeFinding({ path: { id: check.id, findingId: finding.id }, body }))
        : ask(recordFinding({ path: { id: check.id }, body }));
    },
    finding ? t`已保存` : t`已登记`,
    onClose,
  );
  return (
    <Modal
      open
      title={finding ? t`修改发现` : t`登记发现`}
      okText={finding ? t`保存` : t`登记`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={finding ?? { category: check.category }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="title"
          label={t`发现的问题`}
          rules={[{ required: true, whitespace: true, message: t`请填写发现的问题` }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="text" label={t`具体情况`}>
          <Input.TextArea rows={4} maxLength={5000} placeholder={t`时间、地点、抽查范围和事实`} />
        </Form.Item>
        <Form.Item name="category" label={t`问题类别`}>
          <AutoComplete
            maxLength={50}
            options={choices?.categories.map((value) => ({ value }))}
            showSearch={{ filterOption: true }}
            placeholder={t`可选择，也可填写`}
          />
        </Form.Item>
        <Form.Item name="dueOn" label={t`建议整改时限`} extra={t`供组织单位认定时参考，认定后成为问题的整改时限`}>
          <DaySelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}
