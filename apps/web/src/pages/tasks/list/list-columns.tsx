import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ColumnChoice, ListTasksData, TaskLine } from '../../../api/generated';
import { assigneeWord } from '../../../components/assignee-word';
import { LightTag } from '../../../components/LightTag';
import { PaceWord } from '../../../components/PaceWord';
import { StatusTag } from '../../../components/StatusTag';
import { at } from '../../../components/time';
import { SOURCES, TASK_KINDS } from '../../../words';
import { t } from '../../../language/t';

export type ColumnName = ColumnChoice['name'];
export type Sort = NonNullable<NonNullable<ListTasksData['query']>['sort']>;

interface ListColumn {
  title: string;
  width: number;
  /** The orders that a press on its head goes through. */
  sorts?: readonly Sort[];
  cell(task: TaskLine): ReactNode;
}

const orNone = (text: string | null | undefined, none = '—') => text ?? <span className="quiet">{none}</span>;

/** Every column that the list may show. */
export const COLUMNS: Record<ColumnName, ListColumn> = {
  code: { title: t`编号`, width: 118, sorts: ['code', '-code'], cell: ({ code }) => code },
  title: {
    title: t`任务`,
    width: 340,
    cell: ({ id, title, reportTitle }) => (
      <>
        <Link to={`/tasks/${id}`} title={title} className="task-title">
          {title}
        </Link>
        {reportTitle && (
          <span className="quiet small cut" title={reportTitle}>
            {reportTitle}
          </span>
        )}
      </>
    ),
  },
  light: { title: t`亮灯`, width: 126, cell: ({ light, status }) => <LightTag light={light} status={status} /> },
  status: { title: t`状态`, width: 92, cell: ({ status }) => <StatusTag status={status} /> },
  leadUnit: { title: t`牵头单位`, width: 160, sorts: ['unit', '-unit'], cell: ({ leadUnitName }) => leadUnitName },
  assignee: { title: t`责任人`, width: 118, cell: (task) => orNone(assigneeWord(task), t`未指定`) },
  dueOn: { title: t`完成时限`, width: 128, sorts: ['dueOn', '-dueOn'], cell: ({ dueOn }) => orNone(dueOn, t`未定`) },
  progress: {
    title: t`进度`,
    width: 132,
    sorts: ['progress', '-progress'],
    cell: ({ progress, title, pace }) => (
      <>
        <Progress percent={progress} size="small" status="normal" aria-label={t`${title}的进度`} />
        <PaceWord pace={pace} />
      </>
    ),
  },
  kind: { title: t`种类`, width: 120, cell: ({ kind }) => TASK_KINDS[kind] },
  source: { title: t`来源`, width: 100, cell: ({ source }) => SOURCES[source] },
  leader: { title: t`挂点领导`, width: 100, cell: ({ leaderName }) => orNone(leaderName) },
  report: { title: t`来源报告`, width: 220, cell: ({ reportTitle }) => orNone(reportTitle) },
  originalDueOn: { title: t`原定时限`, width: 112, cell: ({ originalDueOn }) => orNone(originalDueOn) },
  assignedOn: { title: t`交办日期`, width: 112, cell: ({ assignedOn }) => orNone(assignedOn) },
  updatedAt: { title: t`最近更新`, width: 150, sorts: ['-updatedAt'], cell: ({ updatedAt }) => at(updatedAt) },
};

export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];
const AT_FIRST: readonly ColumnName[] = [
  'code',
  'title',
  'light',
  'status',
  'leadUnit',
  'assignee',
  'dueOn',
  'progress',
];

/** As the list stands for whoever has not arranged it. */
export const FIRST_COLUMNS: ColumnChoice[] = AT_FIRST.map((name) => ({ name, width: COLUMNS[name].width }));
export const NARROWEST = 60;
export const WIDEST = 900;
