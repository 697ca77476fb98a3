import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, AutoComplete, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { ask } from '../../api/client';
import { changeProblem, createProblem, type CreateProblem, type ProblemDetail } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { LeaderSelect } from '../../components/LeaderSelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { ORIGINS } from './problem-words';
import { useProblemChoices } from './useProblemChoices';
import { t } from '../../language/t';

const named = (values: string[] = []) => values.map((value) => ({ value }));

/** What an empty field means: nothing, not an empty text. */
const cleaned = (fields: CreateProblem): CreateProblem => ({
  ...fields,
  text: fields.text?.trim() || fields.title,
  raisedOn: fields.raisedOn ?? undefined,
  category: fields.category?.trim() || null,
  duty: fields.duty?.trim() || null,
  raisedBy: fields.raisedBy?.trim() || null,
});

/** Puts a problem on record, or changes one. What was typed stays when the server refuses. */
export function ProblemModal({ problem, onClose }: { problem?: ProblemDetail; onClose: () => void }) {
  const [form] = Form.useForm<CreateProblem>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: choices } = useProblemChoices();
  const unitId = Form.useWatch('unitId', form);
  const fromReport = problem?.origin === 'report';
  const save = useMutation({
    mutationFn: (fields: CreateProblem) =>
      problem
        ? ask(
            changeProblem({
              path: { id: problem.id },
              body: {
                ...cleaned(fields),
                origin: problem.origin === fields.origin ? undefined : fields.origin,
                version: problem.version,
              },
            }),
          )
        : ask(createProblem({ body: cleaned(fields) })),
    onSuccess: (next) => {
      queries.setQueryData(['problem', next.id], next);
      void queries.invalidateQueries({ queryKey: ['problems'] });
      void message.success(problem ? t`已保存` : t`已登记 ${next.code}`);
      onClose();
      if (!problem) void navigate(`/problems/${next.id}`);
    },
  });
  const origins = Object.entries(ORIGINS).filter(([value]) => value !== 'report' || fromReport);
  return (
    <Modal
      open
      width={720}
      title={problem ? t`修改问题` : t`登记问题`}
      okText={problem ? t`保存` : t`登记`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<CreateProblem>
        form={form}
        layout="vertical"
        initialValues={problem ?? { origin: 'hand' }}
        onValuesChange={(changed: Partial<CreateProblem>) => {
          // People of the former unit do not come along.
          if (changed.unitId) form.setFieldsValue({ personId: null, leaderId: null });
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="title" label={t`问题`} rules={[{ required: true, whitespace: true, message: t`请填写问题` }]}>
          <Input maxLength={200} showCount />
        </Form.Item>
        <Form.Item name="text" label={t`问题表现`}>
          <Input.TextArea rows={3} maxLength={5000} placeholder={t`选填；不填则与问题相同`} />
        </Form.Item>
        <div className="fields">
          <Form.Item name="origin" label={t`问题来源`}>
            <Select disabled={fromReport} options={origins.map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="category" label={t`问题类别`}>
            <AutoComplete
              maxLength={50}
              options={named(choices?.categories)}
              showSearch={{ filterOption: true }}
              placeholder={t`可选择，也可填写`}
            />
          </Form.Item>
          <Form.Item name="raisedBy" label={t`提出方`} extra={t`谁提出的问题，销号前向其征求满意度`}>
            <Input maxLength={100} placeholder={t`提出问题的单位或个人`} />
          </Form.Item>
          <Form.Item name="raisedOn" label={t`提出日期`}>
            <DaySelect placeholder={t`今天`} />
          </Form.Item>
          <Form.Item
            name="unitId"
            label={t`整改单位`}
            extra={t`对整改负总责的单位；办理的具体事项另列为措施，各有时限`}
            rules={[{ required: true, message: t`请选择整改单位` }]}
          >
            <UnitSelect />
          </Form.Item>
          <Form.Item name="personId" label={t`责任人`}>
            <PersonSelect unitId={unitId} />
          </Form.Item>
          <Form.Item name="leaderId" label={t`挂钩领导`} extra={t`联系、督促这个问题整改的领导，可按领导查看`}>
            <LeaderSelect unitId={unitId} />
          </Form.Item>
          <Form.Item name="duty" label={t`责任类别`}>
            <AutoComplete maxLength={50} options={named(choices?.duties)} placeholder={t`可选择，也可填写`} />
          </Form.Item>
          <Form.Item name="dueOn" label={t`整改时限`}>
            <DaySelect />
          </Form.Item>
          <Form.Item
            name="lookBackMonths"
            label={t`销号几个月后回头看`}
            extra={t`到期再查一次有没有反弹；空着按督办规则，没有规定的为 6 个月`}
          >
            <InputNumber
              min={1}
              max={60}
              precision={0}
              suffix={t`个月`}
              placeholder={t`按督办规则`}
              style={{ width: '100%' }}
            />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
