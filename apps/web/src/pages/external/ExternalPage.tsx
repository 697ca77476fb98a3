import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Form, Input, Result, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { ask } from '../../api/client';
import { openExternalItem, reportExternally, type ExternalItem } from '../../api/generated';
import { at } from '../../components/time';
import { PercentInput } from '../tasks/PercentInput';
import './external.css';

/** What the holder of a link sees, without signing in: one item, his own answers, one form. */
export default function ExternalPage() {
  const { token = '' } = useParams();
  // Every opening is on record: asked for once, not again whenever the window comes to the front.
  const { data: item, error } = useQuery({
    queryKey: ['external', token],
    queryFn: () => ask(openExternalItem({ body: { token } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <div className="external">
      <header>
        <b>落实</b> 工作进展填报
      </header>
      <main>
        {error && <Result status="warning" title={error.message} />}
        {!item && !error && <Skeleton active />}
        {item && <Item token={token} item={item} />}
      </main>
    </div>
  );
}

function Item({ token, item }: { token: string; item: ExternalItem }) {
  return (
    <>
      <Card>
        <h1>{item.title}</h1>
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'unit', label: '填报单位', children: item.unitName },
            { key: 'due', label: '完成时限', children: item.dueOn ?? '未定' },
            { key: 'percent', label: '现在进度', children: `${item.percent}%` },
          ]}
        />
        <h2>工作内容</h2>
        <p className="narrative">{item.asked}</p>
      </Card>
      {item.open ? (
        <ReportForm token={token} percent={item.percent} />
      ) : (
        <Alert type="info" showIcon title="这项工作现在不需要填报，如有疑问请联系交办单位。" />
      )}
      <Card title={`通过本链接填报的记录（${item.answers.length}）`}>
        {item.answers.length === 0 && <span className="quiet">还没有填报过。</span>}
        <ul>
          {item.answers.map(({ id, at: instant, percent, narrative }) => (
            <li key={id}>
              <div className="quiet small">
                {at(instant)} · {percent}%
              </div>
              <div className="narrative">{narrative}</div>
            </li>
          ))}
        </ul>
      </Card>
      <footer className="quiet small">
        链接有效期至 {at(item.expiresAt)}，只能填报这一项工作；填报内容会记入办理过程，请勿转发他人。
      </footer>
    </>
  );
}

interface Fields {
  percent: number;
  narrative: string;
}

function ReportForm({ token, percent }: { token: string; percent: number }) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const report = useMutation({
    mutationFn: (fields: Fields) => ask(reportExternally({ body: { token, ...fields } })),
    onSuccess: (item) => {
      queries.setQueryData(['external', token], item);
      form.resetFields(['narrative']);
    },
  });
  return (
    <Card title="填报进展">
      {report.error && <Alert type="error" showIcon title={report.error.message} style={{ marginBottom: 12 }} />}
      {report.isSuccess && <Alert type="success" showIcon title="已提交，谢谢。" style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ percent }}
        onFinish={(fields) => report.mutate(fields)}
      >
        <Form.Item name="percent" label="完成进度（%），全部完成请填 100">
          <PercentInput />
        </Form.Item>
        <Form.Item
          name="narrative"
          label="进展情况"
          rules={[{ required: true, whitespace: true, message: '请用几句话说明进展情况' }]}
        >
          <Input.TextArea rows={5} maxLength={5000} showCount placeholder="做了什么、取得什么结果、还有什么困难" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={report.isPending}>
          提交
        </Button>
      </Form>
    </Card>
  );
}
