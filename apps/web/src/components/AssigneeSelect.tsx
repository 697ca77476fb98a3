import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ask } from '../api/client';
import { listPositions, type TaskSummary } from '../api/generated';
import { personLabel, useAssignable } from './units';
import { t } from '../language/t';

/** Who is made responsible: a person, or whoever holds a position. */
export interface Assignee {
  assigneeId: string | null;
  positionId: string | null;
}

export const NOBODY: Assignee = { assigneeId: null, positionId: null };

export const assigneeOf = ({ assigneeId, vacantPosition }: TaskSummary): Assignee => ({
  assigneeId,
  positionId: vacantPosition?.id ?? null,
});

interface Props {
  id?: string;
  unitId: string;
  value?: Assignee;
  onChange?: (assignee: Assignee) => void;
}

/** A person of the unit; or a position, where it is vacant or choosing the person would leave open which of his it is. */
export function AssigneeSelect({ id, unitId, value, onChange }: Props) {
  const { data: people = [], isLoading } = useAssignable(unitId);
  const { data: positions = [] } = useQuery({
    queryKey: ['positions', unitId],
    queryFn: () => ask(listPositions({ query: { unitId } })),
    staleTime: 60_000,
  });
  const choose = (chosen: string | undefined): Assignee => {
    if (chosen === undefined) return NOBODY;
    return positions.some((position) => position.id === chosen)
      ? { assigneeId: null, positionId: chosen }
      : { assigneeId: chosen, positionId: null };
  };
  const offered = [
    { label: t`人员`, options: people.map((person) => ({ value: person.id, label: personLabel(person) })) },
    {
      label: t`职务（由任职的人负责）`,
      options: positions.map((one) => ({ value: one.id, label: `${one.title}（${one.holderName ?? t`空缺`}）` })),
    },
  ];
  return (
    <Select
      id={id}
      value={value?.positionId ?? value?.assigneeId ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(choose(chosen))}
      loading={isLoading}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t`由单位联络员指定`}
      notFoundContent={t`这个单位还没有人员`}
      options={offered.filter(({ options }) => options.length > 0)}
      style={{ width: '100%' }}
    />
  );
}
