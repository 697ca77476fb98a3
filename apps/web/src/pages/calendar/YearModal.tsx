import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Input, Modal } from 'antd';
import { ask } from '../../api/client';
import { changeCalendarYear, type CalendarYearView } from '../../api/generated';
import { t } from '../../language/t';

interface Fields {
  published: boolean;
  source: string;
}

/** Whether the holidays of a year have been announced, and by what. */
export function YearModal({ year, onClose }: { year: CalendarYearView; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ published, source }: Fields) =>
      ask(
        changeCalendarYear({
          path: { year: year.year },
          body: { version: year.version, published, source: source || null },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries();
      void message.success(t`已保存`);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t`${year.year}年放假安排`}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ published: year.published, source: year.source ?? '' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="published" valuePropName="checked" extra={t`放假和调休的日子都已录入并核对后再勾选`}>
          <Checkbox>{t`放假安排已公布并录入`}</Checkbox>
        </Form.Item>
        <Form.Item name="source" label={t`依据`} extra={t`通知名称和文号`}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
