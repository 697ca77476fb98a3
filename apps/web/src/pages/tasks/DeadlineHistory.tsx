import type { RequestView, TaskDetail } from '../../api/generated';
import { at } from '../../components/time';
import { extensionsOf } from './extensions';

/** 延期经过: from the deadline at the first assignment to the one in force, who asked and who decided, and how late by either. */
export function DeadlineHistory({ task }: { task: TaskDetail }) {
  const granted = extensionsOf(task.requests);
  if (granted.length === 0) return null;
  const { originalDueOn, dueOn, daysLate, daysLateOriginally } = task;
  return (
    <section aria-label="延期经过">
      <ol className="deadlines">
        <li>
          <b>{originalDueOn ?? granted[0].fromDue ?? '未定'}</b> 原定时限
          {daysLateOriginally > 0 && <span className="late small"> 较原定逾期 {daysLateOriginally} 天</span>}
        </li>
        {granted.map((request) => (
          <Extension key={request.id} request={request} />
        ))}
      </ol>
      {daysLate > 0 && (
        <p className="late small">
          现行时限 {dueOn} 已逾期 {daysLate} 天
        </p>
      )}
    </section>
  );
}

const Extension = ({ request }: { request: RequestView }) => {
  const { fromDue, toDue, reason, askedBy, askedAt, decidedBy, decidedAt, decisionNote } = request;
  return (
    <li>
      <b>{toDue ?? '长期'}</b> 由 {fromDue ?? '未定'} 延期
      <div className="narrative small">{reason}</div>
      <div className="quiet small">
        {askedBy} 提出（{at(askedAt)}）{decidedAt && `，${decidedBy ?? ''} 同意（${at(decidedAt)}）`}
        {decisionNote && `：${decisionNote}`}
      </div>
    </li>
  );
};
