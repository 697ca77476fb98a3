import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { ask } from '../../../api/client';
import { holdTalk, listTalkCandidates, type TaskDetail } from '../../../api/generated';
import { FormModal } from '../../../components/FormModal';
import { t } from '../../../language/t';

interface Fields {
  personId: string;
  heldOn: Dayjs;
  note: string;
}

/** 约谈: puts on record a talk that was held about an overdue task. */
export function TalkModal({ task, onClose }: { task: TaskDetail; onClose: () => void }) {
  const candidates = useQuery({
    queryKey: ['talk-candidates', task.id],
    queryFn: () => ask(listTalkCandidates({ path: { id: task.id } })),
  });
  return (
    <FormModal<Fields>
      title={t`登记约谈`}
      okText={t`登记`}
      done={t`已登记约谈`}
      send={({ personId, heldOn, note }) =>
        ask(holdTalk({ path: { id: task.id }, body: { personId, heldOn: heldOn.format('YYYY-MM-DD'), note } }))
      }
      renews={['task', 'escalation']}
      initialValues={{ heldOn: dayjs() }}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>
        {task.title}
        <span className="late">
          {t`（逾期`} {task.daysLate} {t`天）`}
        </span>
      </p>
      <Form.Item name="personId" label={t`约谈对象`} rules={[{ required: true, message: t`请选择约谈对象` }]}>
        <Select
          loading={candidates.isLoading}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t`牵头单位、配合单位的人员`}
          notFoundContent={t`有关单位还没有人员`}
          options={(candidates.data ?? []).map(({ id, name, places }) => ({
            value: id,
            label: places ? `${name}（${places}）` : name,
          }))}
        />
      </Form.Item>
      <Form.Item name="heldOn" label={t`约谈日期`} rules={[{ required: true, message: t`请选择约谈日期` }]}>
        <DatePicker maxDate={dayjs()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t`约谈情况`}
        extra={t`记入办理过程，能查看任务的人都看得到`}
        rules={[{ required: true, whitespace: true, message: t`请填写约谈情况` }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount placeholder={t`指出的问题、对方的承诺、要求的期限`} />
      </Form.Item>
    </FormModal>
  );
}
