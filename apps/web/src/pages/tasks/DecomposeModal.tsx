import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { ask } from '../../api/client';
import { decomposeTask, type PartInput, type TaskDetail } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

/** Breaks a task down into several, each with its own unit, person and deadline. */
export function DecomposeModal({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const [form] = Form.useForm<{ parts: PartInput[] }>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const parts = Form.useWatch('parts', form);
  const decompose = useMutation({
    mutationFn: (fields: { parts: PartInput[] }) =>
      ask(decomposeTask({ path: { id: task.id }, body: { version: task.version, parts: fields.parts } })),
    onSuccess: (made) => {
      void message.success(t`已分解出 ${made.length} 项任务`);
      void queries.invalidateQueries();
      onClose();
    },
  });
  // The single actions that the report itself names are where people start from.
  const proposed = task.measures.length > 1 ? task.measures.map(({ text }) => text.replace(/[，,；;。]$/, '')) : [''];
  const blank = (title = '') => ({ title, leadUnitId: task.leadUnitId, dueOn: task.dueOn, weight: 1 });
  return (
    <Modal
      open
      width={900}
      title={t`分解任务`}
      okText={t`分解为 ${parts?.length ?? proposed.length} 项`}
      okButtonProps={{ disabled: parts?.length === 0 }}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={decompose.isPending}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {task.title}
        {t`。进度按权重由各项汇总，时限不能晚于`} {task.dueOn ?? t`（未定）`}。
      </p>
      {decompose.error && <Alert type="error" showIcon title={decompose.error.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ parts: proposed.map((title) => blank(title.slice(0, 200))) }}
        onFinish={(fields) => decompose.mutate(fields)}
      >
        <Form.List name="parts">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <fieldset key={key} className="part">
                  <legend className="quiet small">
                    {t`第`} {name + 1} {t`项`}
                  </legend>
                  <Form.Item
                    name={[name, 'title']}
                    label={t`任务名称`}
                    rules={[{ required: true, whitespace: true, message: t`请填写名称` }]}
                  >
                    <Input maxLength={200} />
                  </Form.Item>
                  <div className="part-fields">
                    <Form.Item name={[name, 'leadUnitId']} label={t`牵头单位`} rules={[{ required: true }]}>
                      <UnitSelect onChange={() => form.setFieldValue(['parts', name, 'assigneeId'], null)} />
                    </Form.Item>
                    <Form.Item name={[name, 'assigneeId']} label={t`责任人`}>
                      <PersonSelect unitId={parts?.[name]?.leadUnitId} />
                    </Form.Item>
                    <Form.Item name={[name, 'dueOn']} label={t`完成时限`}>
                      <DaySelect />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'weight']}
                      label={t`权重`}
                      extra={t`占原任务进度的份量，原任务的进度按权重汇总`}
                    >
                      <InputNumber min={1} max={100} precision={0} />
                    </Form.Item>
                    <Button
                      type="text"
                      aria-label={t`去掉第 ${name + 1} 项`}
                      icon={<DeleteOutlined />}
                      onClick={() => remove(name)}
                    />
                  </div>
                </fieldset>
              ))}
              <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add(blank())}>
                {t`再加一项`}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
