import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { ask } from '../../api/client';
import { planMilestones, type MilestoneInput, type TaskDetail } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { t } from '../../language/t';

/** The stages of a task, each with its own deadline. */
export function MilestonesModal({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const [form] = Form.useForm<{ milestones: MilestoneInput[] }>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const plan = useMutation({
    mutationFn: ({ milestones }: { milestones: MilestoneInput[] }) =>
      ask(planMilestones({ path: { id: task.id }, body: { version: task.version, milestones } })),
    onSuccess: () => {
      void message.success(t`阶段目标已保存`);
      void queries.invalidateQueries({ queryKey: ['task', task.id] });
      onClose();
    },
  });
  const known = task.milestones.map(({ id, title, dueOn }) => ({ id, title, dueOn }));
  return (
    <Modal
      open
      width={640}
      title={t`阶段目标`}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={plan.isPending}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`例如“6月底前整顿一批、10月底前提升一批”。全部完成后任务才能提交核实；不能晚于`} {task.dueOn ?? t`（未定）`}。
      </p>
      {plan.error && <Alert type="error" showIcon title={plan.error.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ milestones: known.length > 0 ? known : [{ title: '' }] }}
        onFinish={(fields) => plan.mutate(fields)}
      >
        <Form.List name="milestones">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="milestone-fields">
                  <Form.Item name={[name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'title']}
                    label={t`第 ${name + 1} 阶段`}
                    rules={[{ required: true, whitespace: true, message: t`请填写阶段目标` }]}
                  >
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'dueOn']}
                    label={t`时限`}
                    rules={[{ required: true, message: t`请选择时限` }]}
                  >
                    <DaySelect />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={t`去掉第 ${name + 1} 阶段`}
                    icon={<DeleteOutlined />}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({ title: '' })}>
                {t`再加一个阶段`}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
