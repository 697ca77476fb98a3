import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { ask } from '../../api/client';
import { changeCalendarDay, type CalendarYearView } from '../../api/generated';
import { dayInWords } from './days';
import { t } from '../../language/t';

interface Fields {
  kind: 'usual' | 'holiday' | 'workday';
  name: string;
}

/** Changes one day of the calendar. */
export function DayModal({ day, year, onClose }: { day: string; year: CalendarYearView; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const stored = year.exceptions.find((one) => one.day === day);
  const weekend = dayjs(day).day() % 6 === 0;
  const kind = Form.useWatch('kind', form) ?? stored?.kind ?? 'usual';
  const save = useMutation({
    mutationFn: ({ kind: chosen, name }: Fields) =>
      ask(
        changeCalendarDay({
          path: { day },
          body: { version: year.version, kind: chosen, name: chosen === 'usual' ? undefined : name },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries();
      void message.success(t`工作日历已修改，进度和亮灯随之更新`);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={dayInWords(day, stored)}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ kind: stored?.kind ?? 'usual', name: stored?.name }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="kind" label={t`这一天`}>
          <Radio.Group
            options={[
              { value: 'usual', label: weekend ? t`按星期休息` : t`按星期上班` },
              { value: 'holiday', label: t`放假` },
              ...(weekend ? [{ value: 'workday', label: t`调休上班` }] : []),
            ]}
          />
        </Form.Item>
        {kind !== 'usual' && (
          <Form.Item
            name="name"
            label={t`名称`}
            extra={t`属于哪个节日或为什么调整`}
            rules={[{ required: true, whitespace: true, message: t`请填写名称` }]}
          >
            <Input maxLength={20} placeholder={t`例如 国庆节`} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
