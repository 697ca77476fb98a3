import { Card, Empty, Tabs } from 'antd';
import { ask } from '../../api/client';
import { listMaterialProblems, listMaterialTasks, type CheckDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { More, usePages } from '../../components/pages';
import { StatusTag } from '../../components/StatusTag';
import { ProblemDue, ProblemStatusTag } from '../problems/ProblemTags';
import { t } from '../../language/t';

/** What the inspected unit has on record, to read while the check goes. */
export function MaterialCard({ check }: { check: CheckDetail }) {
  const { id, inspectedUnitName, category } = check;
  return (
    <Card title={t`被检查单位材料`} className="no-print">
      <p className="quiet" style={{ marginTop: 0 }}>
        {inspectedUnitName}
        {category ? t`“${category}”类的问题及其整改措施` : t`的问题和任务`}
        {t`，只读，仅在检查期间开放，每次查阅都有记录。`}
      </p>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'problems', label: t`问题`, children: <Problems checkId={id} /> },
          { key: 'tasks', label: t`任务`, children: <Tasks checkId={id} /> },
        ]}
      />
    </Card>
  );
}

function Problems({ checkId }: { checkId: string }) {
  const list = usePages(['check', checkId, 'problems'], (cursor) =>
    ask(listMaterialProblems({ path: { id: checkId }, query: { cursor } })),
  );
  if (list.error) return <Failure error={list.error} />;
  return (
    <>
      {list.rows?.length === 0 && <Empty description={t`没有这一类的问题`} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {list.rows?.map((problem) => (
        <div className="task-line" key={problem.id}>
          <span>{problem.title}</span>
          <ProblemStatusTag status={problem.status} />
          <div className="meta">
            <span>{problem.code}</span>
            <span>{problem.unitName}</span>
            {problem.category && <span>{problem.category}</span>}
            <span>
              {t`整改时限`} <ProblemDue dueOn={problem.dueOn} overdue={problem.overdue} />
            </span>
            {problem.result && (
              <span className="narrative">
                {t`整改结果：`}
                {problem.result}
              </span>
            )}
          </div>
        </div>
      ))}
      <More list={list} />
    </>
  );
}

function Tasks({ checkId }: { checkId: string }) {
  const list = usePages(['check', checkId, 'tasks'], (cursor) =>
    ask(listMaterialTasks({ path: { id: checkId }, query: { cursor } })),
  );
  if (list.error) return <Failure error={list.error} />;
  return (
    <>
      {list.rows?.length === 0 && <Empty description={t`没有有关的任务`} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {list.rows?.map((task) => (
        <div className="task-line" key={task.id}>
          <span>{task.title}</span>
          <LightTag light={task.light} status={task.status} />
          <div className="meta">
            <span>{task.code}</span>
            <span>{task.unitName}</span>
            <span>{task.dueOn ? t`${task.dueOn} 前` : t`未定时限`}</span>
            <span>
              {t`进度`} {task.progress}%
            </span>
            <StatusTag status={task.status} />
          </div>
        </div>
      ))}
      <More list={list} />
    </>
  );
}
