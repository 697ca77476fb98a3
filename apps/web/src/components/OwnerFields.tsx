import { Form } from 'antd';
import { DaySelect } from './DaySelect';
import { PersonSelect } from './PersonSelect';
import { UnitSelect } from './UnitSelect';
import { t } from '../language/t';

/** What may be set for many at once; a field left empty stays as each of them has it. */
export interface Owner {
  unitId?: string;
  assigneeId?: string | null;
  dueOn?: string | null;
}

/** Unit, person and deadline for many; people are offered once all are of one unit. */
export function OwnerFields({ unitIds }: { unitIds: readonly string[] }) {
  const chosen = Form.useWatch<string | undefined>('unitId');
  const units = new Set(unitIds);
  return (
    <>
      <Form.Item name="unitId" label={t`牵头单位`}>
        <UnitSelect allowClear placeholder={t`各自不变`} />
      </Form.Item>
      <Form.Item name="assigneeId" label={t`责任人`}>
        <PersonSelect unitId={chosen ?? (units.size === 1 ? unitIds[0] : undefined)} />
      </Form.Item>
      <Form.Item name="dueOn" label={t`完成时限`}>
        <DaySelect placeholder={t`各自不变`} />
      </Form.Item>
    </>
  );
}
