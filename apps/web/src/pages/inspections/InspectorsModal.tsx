import { Alert, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { nameInspectors, type CheckDetail } from '../../api/generated';
import { useAssignable } from '../../components/units';
import { useCheckCommand } from './useCheckCommand';
import { t } from '../../language/t';

/** Names who makes the check, out of the inspecting unit. */
export function InspectorsModal({ check, onClose }: { check: CheckDetail; onClose: () => void }) {
  const [personIds, setPersonIds] = useState(check.inspectors.map(({ id }) => id));
  const { data = [], isLoading } = useAssignable(check.inspectingUnitId);
  const name = useCheckCommand(
    check,
    () => ask(nameInspectors({ path: { id: check.id }, body: { version: check.version, personIds } })),
    t`已指定检查人`,
    onClose,
  );
  return (
    <Modal
      open
      title={t`指定检查人`}
      okText={t`指定检查人`}
      onOk={() => name.mutate(undefined)}
      onCancel={onClose}
      confirmLoading={name.isPending}
    >
      {name.error && <Alert type="error" showIcon title={name.error.message} style={{ marginBottom: 12 }} />}
      <Form layout="vertical">
        <Form.Item
          label={t`${check.inspectingUnitName}的检查人`}
          htmlFor="inspectors"
          extra={t`检查期间，检查人可查阅被检查单位与本次检查有关的问题和任务，每次查阅都有记录。`}
        >
          <Select
            id="inspectors"
            mode="multiple"
            loading={isLoading}
            value={personIds}
            onChange={setPersonIds}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t`可选多人`}
            notFoundContent={t`这个单位还没有人员`}
            options={data.map((person) => ({
              value: person.id,
              label: person.title ? `${person.name}（${person.title}）` : person.name,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
