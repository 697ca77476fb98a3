import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Select, Switch } from 'antd';
import { ApiError, ask } from '../../api/client';
import { addPerson, changePerson, type AddPerson, type PersonView } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { ROLES } from '../../words';
import type { Handed } from './OneTimePasswordModal';
import { t } from '../../language/t';

type Fields = AddPerson & { active?: boolean };

interface Props {
  person?: PersonView;
  onClose: () => void;
  onAdded: (handed: Handed) => void;
  /** Opens the succession of a person who still answers for something. */
  onSucceed: (person: PersonView) => void;
}

/** Adds a person, who gets a one-time password, or changes one. */
export function PersonModal({ person, onClose, onAdded, onSucceed }: Props) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: async ({ active, positions = [], roles = [], ...fields }: Fields) => {
      const body = {
        ...fields,
        email: fields.email || null,
        phone: fields.phone || null,
        positions: positions.map(({ unitId, title }) => ({ unitId, title })),
        roles: roles.map(({ unitId, role }) => ({ unitId, role })),
      };
      if (person) {
        await ask(changePerson({ path: { id: person.id }, body: { ...body, active, version: person.version } }));
        return null;
      }
      return ask(addPerson({ body }));
    },
    onSuccess: (added) => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => ['people', 'units', 'assignable'].includes(String(queryKey[0])),
      });
      if (added) onAdded({ name: added.person.name, login: added.person.login, password: added.oneTimePassword });
      else void message.success(t`已保存`);
      onClose();
    },
  });
  const roleOptions = Object.entries(ROLES).map(([value, label]) => ({ value, label }));
  return (
    <Modal
      open
      width={640}
      title={person ? t`修改人员` : t`添加人员`}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && (
        <Alert
          type="error"
          showIcon
          title={save.error.message}
          action={
            person &&
            save.error instanceof ApiError &&
            save.error.code === 'person.owns-open-items' && (
              <Button
                size="small"
                onClick={() => {
                  onClose();
                  onSucceed(person);
                }}
              >
                {t`办理工作交接`}
              </Button>
            )
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={person ?? { positions: [], roles: [{ role: 'staff' }] }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
          <Form.Item name="name" label={t`姓名`} rules={[{ required: true, whitespace: true, message: t`请填写姓名` }]}>
            <Input autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item
            name="login"
            label={t`登录名`}
            rules={[{ required: true, whitespace: true, message: t`请填写登录名` }]}
          >
            <Input maxLength={50} placeholder={t`小写字母、数字`} />
          </Form.Item>
          <Form.Item
            name="email"
            label={t`邮箱`}
            extra={t`提醒邮件发到这里；没有邮箱的人只在系统内收到提醒`}
            rules={[{ type: 'email', message: t`邮箱地址不正确` }]}
          >
            <Input placeholder={t`用于接收提醒`} />
          </Form.Item>
          <Form.Item name="phone" label={t`手机`}>
            <Input maxLength={30} />
          </Form.Item>
        </div>
        <Form.Item label={t`职务`} extra={t`任务可以交办给职务，人员变动时由接任的人自动负责`}>
          <Form.List name="positions">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Pair key={key} onRemove={() => remove(name)}>
                    <Form.Item name={[name, 'unitId']} noStyle rules={[{ required: true, message: t`请选择任职单位` }]}>
                      <UnitSelect label={t`任职单位`} />
                    </Form.Item>
                    <Form.Item name={[name, 'title']} noStyle rules={[{ required: true, message: t`请填写职务` }]}>
                      <Input aria-label={t`职务`} placeholder={t`例如：副局长`} />
                    </Form.Item>
                  </Pair>
                ))}
                <Button size="small" onClick={() => add()}>
                  {t`添加职务`}
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
        <Form.Item label={t`角色`} extra={t`角色在所选单位及其下级单位中有效`}>
          <Form.List name="roles">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Pair key={key} onRemove={() => remove(name)}>
                    <Form.Item
                      name={[name, 'unitId']}
                      noStyle
                      rules={[{ required: true, message: t`请选择角色所在的单位` }]}
                    >
                      <UnitSelect label={t`角色所在单位`} />
                    </Form.Item>
                    <Form.Item name={[name, 'role']} noStyle rules={[{ required: true, message: t`请选择角色` }]}>
                      <Select aria-label={t`角色`} placeholder={t`角色`} options={roleOptions} />
                    </Form.Item>
                  </Pair>
                ))}
                <Button size="small" onClick={() => add()}>
                  {t`添加角色`}
                </Button>
              </>
            )}
          </Form.List>
        </Form.Item>
        {person && (
          <Form.Item
            name="active"
            label={t`启用`}
            valuePropName="checked"
            extra={t`停用后此人不能登录，也不能再被指定为责任人`}
          >
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

function Pair({ children, onRemove }: { children: React.ReactNode; onRemove: () => void }) {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 8, marginBottom: 8 }}>
      {children}
      <Button onClick={onRemove}>{t`移除`}</Button>
    </div>
  );
}
