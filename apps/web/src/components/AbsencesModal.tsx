import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Empty, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { ask } from '../api/client';
import { addAbsence, endAbsence, listAbsences, listDeputies, type AddAbsence } from '../api/generated';
import { DaySelect } from './DaySelect';
import { t } from '../language/t';

const KEY = ['absences'];

/** The present and coming absences that one may see. */
export function useAbsences() {
  return useQuery({ queryKey: KEY, queryFn: () => ask(listAbsences()), staleTime: 60_000 });
}

/** 请假与代理: when a person is away, and who acts for him meanwhile. */
export function AbsencesModal({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const [form] = Form.useForm<AddAbsence>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data = [] } = useAbsences();
  const own = data.filter(({ personId }) => personId === person.id);
  const deputies = useQuery({
    queryKey: ['deputies', person.id],
    queryFn: () => ask(listDeputies({ path: { id: person.id } })),
  });
  const renew = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['absences', 'responsibility'].includes(String(queryKey[0])),
    });
  const add = useMutation({
    mutationFn: (fields: AddAbsence) => ask(addAbsence({ path: { id: person.id }, body: fields })),
    onSuccess: () => {
      void renew();
      form.resetFields();
      void message.success(t`已设置代理`);
    },
  });
  const end = useMutation({
    mutationFn: (absenceId: string) => ask(endAbsence({ path: { id: person.id, absenceId } })),
    onSuccess: () => void renew(),
    onError: (error) => void message.error(error.message, 6),
  });
  return (
    <Modal open title={t`请假与代理：${person.name}`} footer={null} onCancel={onClose}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`请假期间，代理人能看到并办理本人负责的任务，记录写明“代`}
        {person.name}
        {t`”。到期自动恢复。`}
      </p>
      {own.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t`现在和以后都没有设置代理。请假前在下方指定代理人。`}
        />
      ) : (
        <ul className="plain">
          {own.map(({ id, fromDay, toDay, deputyName, note }) => (
            <li key={id}>
              <span>
                {fromDay} {t`至`} {toDay}
                {t`，由`}
                {deputyName}
                {t`代理`}
                {note && `（${note}）`}
              </span>
              <Popconfirm
                title={t`取消代理？已经开始的到昨天为止。`}
                okText={t`取消代理`}
                onConfirm={() => end.mutate(id)}
              >
                <Button size="small" aria-label={t`取消 ${fromDay} 起的代理`}>
                  {t`取消`}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
      {add.error && <Alert type="error" showIcon title={add.error.message} style={{ margin: '12px 0' }} />}
      <Form<AddAbsence> form={form} layout="vertical" onFinish={(fields) => add.mutate(fields)}>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 12px' }}>
          <Form.Item name="fromDay" label={t`开始日期`} rules={[{ required: true, message: t`请选择开始日期` }]}>
            <DaySelect />
          </Form.Item>
          <Form.Item name="toDay" label={t`结束日期`} rules={[{ required: true, message: t`请选择结束日期` }]}>
            <DaySelect />
          </Form.Item>
        </div>
        <Form.Item
          name="deputyId"
          label={t`代理人`}
          extra={t`请假期间任务由代理人办理，提醒也发给代理人`}
          rules={[{ required: true, message: t`请选择代理人` }]}
        >
          <Select
            loading={deputies.isLoading}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t`同一单位的人员`}
            notFoundContent={t`本单位没有其他人员，请联系管理员`}
            options={(deputies.data ?? []).map(({ id, name, places }) => ({
              value: id,
              label: `${name}（${places}）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t`说明`}>
          <Input maxLength={200} placeholder={t`选填，例如：年休假`} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t`设置代理`}
        </Button>
      </Form>
    </Modal>
  );
}
