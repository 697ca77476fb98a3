import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { PercentInput } from '../tasks/PercentInput';
import { t } from '../../language/t';

export interface Fields {
  percent: number;
  narrative: string;
}

interface Props {
  /** Null: the progress comes from elsewhere, and only words are asked for. */
  percent: number | null;
  send: (fields: Fields) => Promise<unknown>;
  /** What is refused, with what can be done about it. */
  refusal: (error: Error, reset: () => void) => ReactNode;
}

/** Progress of one item, reported through a link. */
export function LinkReportForm({ percent, send, refusal }: Props) {
  const [form] = Form.useForm<Fields>();
  const report = useMutation({ mutationFn: send, onSuccess: () => form.resetFields(['narrative']) });
  return (
    <Card title={t`填报进展`}>
      {report.error && refusal(report.error, report.reset)}
      {report.isSuccess && <Alert type="success" showIcon title={t`已提交，谢谢。`} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ percent: percent ?? 0 }}
        onFinish={({ percent: next = 0, narrative }) => report.mutate({ percent: next, narrative })}
      >
        {percent !== null && (
          <Form.Item name="percent" label={t`完成进度（%），全部完成请填 100`}>
            <PercentInput />
          </Form.Item>
        )}
        <Form.Item
          name="narrative"
          label={t`进展情况`}
          rules={[{ required: true, whitespace: true, message: t`请用几句话说明进展情况` }]}
        >
          <Input.TextArea rows={5} maxLength={5000} showCount placeholder={t`做了什么、取得什么结果、还有什么困难`} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={report.isPending}>
          {t`提交`}
        </Button>
      </Form>
    </Card>
  );
}
