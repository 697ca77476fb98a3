import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { ask } from '../../api/client';
import { changeUnit, type SetUpProgress } from '../../api/generated';
import { t } from '../../language/t';

/** The name of the top unit. */
export function OrganisationStep({ progress }: { progress: SetUpProgress }) {
  const { unitId: id, unitName, unitVersion: version, steps } = progress;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => ask(changeUnit({ path: { id }, body: { name: name.trim(), version } })),
    onSuccess: ({ name }) => {
      void queries.invalidateQueries();
      void message.success(t`单位名称已改为“${name}”`);
    },
  });
  return (
    <>
      <p>{t`所有单位都在最高一级单位之下。请填写它的全称，报告、台账和导出的文件中都用这个名称。`}</p>
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form
        layout="vertical"
        key={version}
        initialValues={{ name: steps.organisation ? unitName : '' }}
        onFinish={(fields: { name: string }) => save.mutate(fields)}
        style={{ maxWidth: 480 }}
      >
        <Form.Item
          name="name"
          label={t`单位全称`}
          extra={t`写公章上的名称，不用简称；简称和别名可在“单位与人员”中另填，用于识别报告中的责任单位`}
          rules={[{ required: true, whitespace: true, message: t`请填写单位全称` }]}
        >
          <Input maxLength={60} placeholder={t`例如：青岚区人民政府`} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t`保存名称`}
        </Button>
      </Form>
    </>
  );
}
