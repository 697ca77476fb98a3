import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Empty, Input, Modal } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { linkMeasures, listTasks, type ProblemDetail } from '../../api/generated';
import { STATUS } from '../../words';
import { useProblemCommand } from './useProblemCommand';
import { t } from '../../language/t';

/** Tasks that exist, found by their words, become measures of the problem. */
export function LinkMeasuresModal({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const query = { limit: 20, ...(q ? { q } : { unitId: [problem.unitId] }) };
  const { data, error } = useQuery({
    queryKey: ['tasks', 'to-link', query],
    queryFn: () => ask(listTasks({ query })),
    placeholderData: (previous) => previous,
  });
  const link = useProblemCommand(
    problem,
    (taskIds: string[]) => ask(linkMeasures({ path: { id: problem.id }, body: { version: problem.version, taskIds } })),
    t`已关联`,
    onClose,
  );
  const linked = new Set(problem.tasks.map(({ id }) => id));
  const offered = data?.rows.filter(({ id, status }) => !linked.has(id) && status !== 'dropped') ?? [];
  const failure = link.error ?? error;
  return (
    <Modal
      open
      title={t`关联已有任务`}
      okText={chosen.length > 0 ? t`关联 ${chosen.length} 项` : t`关联`}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => link.mutate(chosen)}
      onCancel={onClose}
      confirmLoading={link.isPending}
    >
      {failure && <Alert type="error" showIcon title={failure.message} style={{ marginBottom: 12 }} />}
      <Input.Search
        autoFocus
        allowClear
        aria-label={t`搜索任务`}
        placeholder={t`任务、原文或编号；不填则列出整改单位的任务`}
        onSearch={(words) => setQ(words.trim())}
      />
      {data && offered.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`没有可以关联的任务，请换个词搜索`} />
      )}
      <Checkbox.Group value={chosen} onChange={setChosen} style={{ display: 'block', marginTop: 12 }}>
        {offered.map(({ id, code, title, status, dueOn, leadUnitName }) => (
          <div key={id} style={{ padding: '4px 0' }}>
            <Checkbox value={id}>
              {title}{' '}
              <span className="quiet small">
                {code} · {leadUnitName} · {dueOn ?? t`未定时限`} · {STATUS[status]}
              </span>
            </Checkbox>
          </div>
        ))}
      </Checkbox.Group>
    </Modal>
  );
}
