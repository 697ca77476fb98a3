import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Table, Typography } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { getSetUp, loadExamples, type LoadedExamples } from '../../api/generated';
import { useMay } from '../../session/session';

/** On the first run: fills an empty installation with an example organisation and reports. */
export function ExamplesOffer() {
  const manages = useMay('organisation.manage');
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [loaded, setLoaded] = useState<LoadedExamples | null>(null);
  const { data } = useQuery({ queryKey: ['set-up'], queryFn: () => ask(getSetUp()), enabled: manages });
  const load = useMutation({
    mutationFn: () => ask(loadExamples()),
    onSuccess: async (examples) => {
      setLoaded(examples);
      await queries.invalidateQueries();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <>
      {data?.canLoadExamples && (
        <Alert
          type="info"
          showIcon
          title="系统里还没有内容"
          description="可以先载入一套示例单位、人员和示例报告试用；也可以到“单位与人员”建立自己的单位，再导入第一份报告。"
          action={
            <Button type="primary" loading={load.isPending} onClick={() => load.mutate()}>
              载入示例单位和示例报告
            </Button>
          }
        />
      )}
      <Modal
        open={!!loaded}
        title="示例已载入"
        width={680}
        onCancel={() => setLoaded(null)}
        footer={
          <Button type="primary" onClick={() => setLoaded(null)}>
            我已记下密码
          </Button>
        }
      >
        {loaded && (
          <>
            <p>
              已建立 {loaded.accounts.length} 个示例人员，导入 {loaded.reports} 份示例报告。示例人员的一次性密码都是：
            </p>
            <p>
              <Typography.Text className="secret" copyable>
                {loaded.password}
              </Typography.Text>
            </p>
            <p className="quiet">此密码只显示这一次；各人首次登录后须修改。</p>
            <Table
              rowKey="login"
              size="small"
              pagination={false}
              scroll={{ y: 300 }}
              dataSource={loaded.accounts}
              columns={[
                { title: '姓名', dataIndex: 'name' },
                { title: '登录名', dataIndex: 'login' },
                { title: '单位', dataIndex: 'unitName' },
                { title: '角色', dataIndex: 'roles', render: (roles: string[]) => roles.join('、') },
              ]}
            />
          </>
        )}
      </Modal>
    </>
  );
}
