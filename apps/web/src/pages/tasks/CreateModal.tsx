import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../../api/client';
import { createTask, handOverUrgently } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { LeaderSelect } from '../../components/LeaderSelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

type Way = 'record' | 'urgent';

interface Fields {
  title: string;
  text?: string;
  leadUnitId: string;
  assigneeId?: string | null;
  leaderId?: string | null;
  dueOn?: string | null;
  hours: number;
}

const WAYS: Record<Way, { label: string; hint: string; done: string }> = {
  record: { label: t`立项`, hint: t`先登记为拟立项，核对后再交办。`, done: t`登记立项` },
  urgent: { label: t`立巡立交`, hint: t`立即交办并发出提醒，按小时计时。`, done: t`立即交办` },
};

/** A task that comes from no report: put on record, or handed over within hours. */
export function CreateModal({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const [way, setWay] = useState<Way>('record');
  const unitId = Form.useWatch('leadUnitId', form);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: ({ hours, dueOn, ...fields }: Fields) =>
      way === 'urgent'
        ? ask(handOverUrgently({ body: { ...fields, text: fields.text || undefined, hours } }))
        : ask(createTask({ body: { ...fields, text: fields.text || undefined, dueOn: dueOn ?? null } })),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries();
      onClose();
      void navigate(`/tasks/${id}`);
    },
  });
  return (
    <Modal
      open
      title={t`新建任务`}
      okText={WAYS[way].done}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending}
    >
      <Segmented<Way>
        block
        aria-label={t`新建方式`}
        value={way}
        onChange={setWay}
        options={(Object.keys(WAYS) as Way[]).map((value) => ({ value, label: WAYS[value].label }))}
      />
      <p className="quiet">{WAYS[way].hint}</p>
      {create.error && <Alert type="error" showIcon title={create.error.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ hours: 24 }}
        onValuesChange={(changed: Partial<Fields>) => {
          if (changed.leadUnitId) form.setFieldsValue({ assigneeId: null, leaderId: null });
        }}
        onFinish={(fields) => create.mutate(fields)}
      >
        <Form.Item
          name="title"
          label={t`任务名称`}
          rules={[{ required: true, whitespace: true, message: t`请填写名称` }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="text" label={t`任务内容`}>
          <Input.TextArea rows={3} maxLength={10_000} placeholder={t`选填；不填时与名称相同`} />
        </Form.Item>
        <Form.Item
          name="leadUnitId"
          label={t`牵头单位`}
          extra={t`对任务负总责的单位，逾期记在它名下`}
          rules={[{ required: true, message: t`请选择牵头单位` }]}
        >
          <UnitSelect />
        </Form.Item>
        <Form.Item
          name="assigneeId"
          label={t`责任人`}
          extra={t`具体办理的人，会收到提醒；不指定时由牵头单位的联络员签收后安排`}
        >
          <PersonSelect unitId={unitId} />
        </Form.Item>
        <Form.Item
          name="leaderId"
          label={t`挂点领导`}
          extra={t`联系、过问这项任务的领导，能查看并收到逾期上报，不代替责任人办理`}
        >
          <LeaderSelect unitId={unitId} />
        </Form.Item>
        {way === 'urgent' ? (
          <Form.Item
            name="hours"
            label={t`办理时限（小时）`}
            extra={t`立巡立交按小时计时，交办后立即发出通知`}
            rules={[{ required: true, message: t`请填写小时数` }]}
          >
            <InputNumber min={1} max={720} precision={0} />
          </Form.Item>
        ) : (
          <Form.Item name="dueOn" label={t`完成时限`} extra={t`长期坚持的工作可以不定时限`}>
            <DaySelect />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
