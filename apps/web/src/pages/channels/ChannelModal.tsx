import { Form, Input, Select, Switch } from 'antd';
import { ask } from '../../api/client';
import { addChannel, changeChannel, type ChannelView } from '../../api/generated';
import { FormModal } from '../../components/FormModal';
import { UnitSelect } from '../../components/UnitSelect';
import { CHANNEL_KINDS } from '../../words';
import { t } from '../../language/t';

interface Fields {
  unitId: string;
  kind: ChannelView['kind'];
  name: string;
  url?: string;
  secret?: string;
  active: boolean;
  unsigned?: boolean;
}

const SECRETS: Record<ChannelView['kind'], string | null> = {
  wecom: null,
  dingtalk: t`安全设置选“加签”时填写 SEC 开头的密钥；选“自定义关键词”的，把“落实”设为关键词`,
  feishu: t`安全设置选“签名校验”时填写密钥；选“自定义关键词”的，把“落实”设为关键词`,
};

/** Sets up a robot. Address and secret are never shown again; left empty, they stay as they are. */
export function ChannelModal({ channel, onClose }: { channel?: ChannelView; onClose: () => void }) {
  const send = ({ unitId, kind, name, url, secret, active, unsigned }: Fields) =>
    channel
      ? ask(
          changeChannel({
            path: { id: channel.id },
            body: {
              ...{ version: channel.version, name, active },
              ...(url ? { url } : {}),
              ...(unsigned ? { secret: null } : secret ? { secret } : {}),
            },
          }),
        )
      : ask(addChannel({ body: { unitId, kind, name, url: url ?? '', secret } }));
  return (
    <FormModal<Fields>
      title={channel ? t`修改群机器人：${channel.name}` : t`添加群机器人`}
      okText={t`保存`}
      done={t`群机器人已保存`}
      send={send}
      renews={['channels']}
      initialValues={channel ?? { kind: 'wecom' }}
      onClose={onClose}
    >
      {!channel && (
        <>
          <Form.Item
            name="unitId"
            label={t`单位`}
            extra={t`群里收到这个单位及其下级的逾期和临近情况，请确认群成员都可以知道`}
            rules={[{ required: true, message: t`请选择单位` }]}
          >
            <UnitSelect />
          </Form.Item>
          <Form.Item name="kind" label={t`种类`}>
            <Select options={Object.entries(CHANNEL_KINDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        </>
      )}
      <Form.Item name="name" label={t`名称`} rules={[{ required: true, message: t`请填写名称` }]}>
        <Input maxLength={40} placeholder={t`如：教育局工作群`} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t`Webhook 地址`}
        extra={t`地址等于发言的权利，保存后不再显示`}
        rules={[{ required: !channel, message: t`请填写机器人的地址` }]}
      >
        <Input
          maxLength={1000}
          autoComplete="off"
          placeholder={channel ? t`不改请留空（${channel.host}）` : t`从群设置中复制，以 https:// 开头`}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const hint = SECRETS[channel?.kind ?? (getFieldValue('kind') as ChannelView['kind'])];
          return (
            hint && (
              <Form.Item name="secret" label={t`密钥`} extra={hint}>
                <Input.Password
                  maxLength={200}
                  autoComplete="new-password"
                  placeholder={channel?.hasSecret ? t`不改请留空` : t`没有加签可不填`}
                />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
      {channel?.hasSecret && (
        <Form.Item name="unsigned" label={t`不再加签`} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
      {channel && (
        <Form.Item name="active" label={t`启用`} extra={t`停用后不再发送，地址和密钥保留`} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </FormModal>
  );
}
