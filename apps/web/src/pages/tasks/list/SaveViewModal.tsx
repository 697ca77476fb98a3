import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { ask } from '../../../api/client';
import { changeView, saveView, type ColumnChoice, type SavedViewLine } from '../../../api/generated';
import { UnitSelect } from '../../../components/UnitSelect';
import { useMay, useMe } from '../../../session/session';
import { VIEWS } from './useListViews';
import { t } from '../../../language/t';

interface Fields {
  name: string;
  share: 'own' | 'unit';
  unitId?: string;
}

interface Props {
  /** The one that is brought up to date; left out: a new one. */
  view?: SavedViewLine;
  query: string;
  columns: ColumnChoice[];
  onClose: (saved: SavedViewLine | null) => void;
}

/** Gives the list as it is on screen a name. */
export function SaveViewModal({ view, query, columns, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const share = Form.useWatch('share', form);
  const supervises = useMay('task.assign');
  const { roles } = useMe();
  const home = roles.find(({ role }) => role === 'supervisor')?.unitId;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ name, share: how, unitId }: Fields) => {
      const body = { name, query, columns, unitId: how === 'unit' ? unitId : null };
      return ask(
        view ? changeView({ path: { id: view.id }, body: { ...body, version: view.version } }) : saveView({ body }),
      );
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: VIEWS });
      void message.success(view ? t`已更新视图` : t`已保存视图`);
      onClose(saved);
    },
  });
  return (
    <Modal
      open
      width={440}
      title={view ? t`更新视图“${view.name}”` : t`存为新视图`}
      okText={t`保存`}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(null)}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <p className="quiet">{t`当前的筛选、排序、分组和列设置都会保存。`}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ name: view?.name, share: view?.unitId ? 'unit' : 'own', unitId: view?.unitId ?? home }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={t`视图名称`}
          rules={[{ required: true, whitespace: true, message: t`请填写视图名称` }]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item name="share" label={t`供谁使用`} hidden={!supervises}>
          <Radio.Group
            options={[
              { value: 'own', label: t`仅自己` },
              { value: 'unit', label: t`单位及下级单位的人员` },
            ]}
          />
        </Form.Item>
        {share === 'unit' && (
          <Form.Item name="unitId" label={t`共享给`} rules={[{ required: true, message: t`请选择单位` }]}>
            <UnitSelect />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
