import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { ask } from '../../api/client';
import { addUnit, changeUnit, type UnitView } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

interface Fields {
  parentId: string;
  name: string;
  shortName?: string | null;
  aliases?: string[];
}

/** Adds a unit below `parentId`, or changes `unit`. */
export function UnitModal({ unit, parentId, onClose }: { unit?: UnitView; parentId?: string; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (fields: Fields) => {
      const body = { ...fields, shortName: fields.shortName || null };
      if (!unit) return ask(addUnit({ body }));
      return ask(changeUnit({ path: { id: unit.id }, body: { ...body, version: unit.version } }));
    },
    onSuccess: ({ name }) => {
      void queries.invalidateQueries({ queryKey: ['units'] });
      void message.success(t`已保存“${name}”`);
      onClose();
    },
  });
  const isRoot = unit?.parentId === null;
  return (
    <Modal
      open
      title={unit ? t`修改单位` : t`添加单位`}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={unit ?? { parentId }}
        onFinish={(fields) => save.mutate(fields)}
      >
        {!isRoot && (
          <Form.Item name="parentId" label={t`上级单位`} rules={[{ required: true, message: t`请选择上级单位` }]}>
            <UnitSelect />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t`单位名称`}
          rules={[{ required: true, whitespace: true, message: t`请填写单位名称` }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="shortName" label={t`简称`} extra={t`报告里常用的叫法，例如“区教育局”的简称“教育局”`}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="aliases" label={t`别名`} extra={t`其他叫法，输入后按回车；用于从报告文字中识别责任单位`}>
          <Select mode="tags" open={false} suffix={null} tokenSeparators={['、', '，', ',']} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
