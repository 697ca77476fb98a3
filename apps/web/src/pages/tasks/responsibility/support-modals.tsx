import { Form, Input } from 'antd';
import { ask } from '../../../api/client';
import {
  handOverSupport,
  reportSupport,
  waiveSupport,
  type SupportView,
  type TaskDetail,
} from '../../../api/generated';
import { FormModal } from '../../../components/FormModal';
import { PersonSelect } from '../../../components/PersonSelect';
import { PercentInput } from '../PercentInput';
import { t } from '../../../language/t';

interface Props {
  task: TaskDetail;
  support: SupportView;
  onClose: () => void;
}

const RENEWS = ['task', 'tasks', 'responsibility'];

export function ReportSupportModal({
  task,
  support: { id: supportId, unitName, version, percent, duty },
  onClose,
}: Props) {
  return (
    <FormModal<{ percent: number; narrative: string }>
      title={t`报送配合进展：${unitName}`}
      okText={t`报送`}
      done={t`配合进展已报送`}
      renews={RENEWS}
      initialValues={{ percent }}
      send={(fields) => ask(reportSupport({ path: { id: task.id, supportId }, body: { version, ...fields } }))}
      onClose={onClose}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`只报本单位的部分`}
        {duty && `：${duty}`}
        {t`。牵头单位的进度不受影响；完成本单位的部分请填 100。`}
      </p>
      <Form.Item name="percent" label={t`完成进度（%）`}>
        <PercentInput />
      </Form.Item>
      <Form.Item
        name="narrative"
        label={t`进展情况`}
        rules={[{ required: true, whitespace: true, message: t`请用几句话说明情况` }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={5000} showCount />
      </Form.Item>
    </FormModal>
  );
}

export function SupportPersonModal({
  task,
  support: { id: supportId, unitId, unitName, version, person },
  onClose,
}: Props) {
  return (
    <FormModal<{ personId: string | null }>
      title={t`指定经办人：${unitName}`}
      okText={t`保存`}
      done={t`经办人已保存`}
      renews={RENEWS}
      initialValues={{ personId: person?.id ?? null }}
      send={({ personId }) =>
        ask(handOverSupport({ path: { id: task.id, supportId }, body: { version, personId: personId ?? null } }))
      }
      onClose={onClose}
    >
      <Form.Item name="personId" label={t`经办人`} extra={t`经办人能看到这项任务，并报送本单位的配合进展`}>
        <PersonSelect unitId={unitId} />
      </Form.Item>
    </FormModal>
  );
}

export function WaiveSupportModal({ task, support: { id: supportId, unitName, version, waivedOn }, onClose }: Props) {
  const waived = waivedOn === null;
  return (
    <FormModal<{ reason: string }>
      title={`${waived ? t`免除配合事项` : t`恢复配合事项`}：${unitName}`}
      okText={waived ? t`免除` : t`恢复`}
      done={waived ? t`已免除` : t`已恢复`}
      renews={RENEWS}
      send={({ reason }) => ask(waiveSupport({ path: { id: task.id, supportId }, body: { version, waived, reason } }))}
      onClose={onClose}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {waived
          ? t`免除后，任务提交核实不再等待这个单位；已报送的内容保留。`
          : t`恢复后，这个单位完成之前任务不能提交核实。`}
      </p>
      <Form.Item name="reason" label={t`理由`} rules={[{ required: true, whitespace: true, message: t`请填写理由` }]}>
        <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormModal>
  );
}
