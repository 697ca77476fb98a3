import { Button, Form, Input } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { ask } from '../../../api/client';
import { setSupport, type ResponsibilityView, type SupportInput, type TaskDetail } from '../../../api/generated';
import { FormModal } from '../../../components/FormModal';
import { SupportingUnitSelect } from '../../../components/SupportingUnitSelect';
import { t } from '../../../language/t';

interface Props {
  task: TaskDetail;
  data: ResponsibilityView;
  onClose: () => void;
}

interface Fields {
  units: SupportInput[];
}

/** Which units support the lead unit, and with what. */
export function SetSupportModal({ task, data, onClose }: Props) {
  const known = data.support.map(({ unitId, duty }) => ({ unitId, duty }));
  const knownOf = (unitId: string | undefined) => {
    const found = data.support.find((one) => one.unitId === unitId);
    return found && { id: found.unitId, name: found.unitName };
  };
  const reported = new Set(data.support.filter(({ reports }) => reports.length > 0).map(({ unitId }) => unitId));
  return (
    <FormModal<Fields>
      width={720}
      title={t`安排配合单位`}
      okText={t`保存`}
      done={t`配合单位已保存`}
      renews={['task', 'tasks', 'responsibility']}
      initialValues={{ units: known.length > 0 ? known : [{}] }}
      send={({ units = [] }) => ask(setSupport({ path: { id: task.id }, body: { version: task.version, units } }))}
      onClose={onClose}
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`配合单位能看到这项任务，只报送自己的部分；全部完成（或免除）后任务才能提交核实。`}
      </p>
      <Form.List name="units">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Form.Item key={key} noStyle shouldUpdate>
                {({ getFieldValue }) => {
                  const units = (getFieldValue('units') ?? []) as Partial<SupportInput>[];
                  const own = units[name]?.unitId;
                  const taken = units.flatMap(({ unitId }) => (unitId && unitId !== own ? [unitId] : []));
                  return (
                    <div className="support-fields">
                      <Form.Item
                        name={[name, 'unitId']}
                        label={t`第 ${name + 1} 个单位`}
                        rules={[{ required: true, message: t`请选择配合单位` }]}
                      >
                        <SupportingUnitSelect
                          label={t`配合单位 ${name + 1}`}
                          leadUnitId={data.leadUnitId}
                          known={knownOf(own)}
                          without={[data.leadUnitId, ...taken]}
                        />
                      </Form.Item>
                      <Form.Item name={[name, 'duty']} label={t`配合内容`}>
                        <Input maxLength={500} placeholder={t`例如：保障改造资金`} />
                      </Form.Item>
                      <Button
                        type="text"
                        disabled={own !== undefined && reported.has(own)}
                        title={own !== undefined && reported.has(own) ? t`已经报送过，不能移除；可以免除` : t`移除`}
                        aria-label={t`移除第 ${name + 1} 个配合单位`}
                        icon={<DeleteOutlined />}
                        onClick={() => remove(name)}
                      />
                    </div>
                  );
                }}
              </Form.Item>
            ))}
            <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
              {t`再加一个单位`}
            </Button>
          </>
        )}
      </Form.List>
    </FormModal>
  );
}
