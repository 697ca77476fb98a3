import type { RequestView, TaskDetail } from '../../api/generated';
import { at } from '../../components/time';
import { extensionsOf } from './extensions';
import { t } from '../../language/t';

/** 延期经过: from the deadline at the first assignment to the one in force, who asked and who decided. */
export function DeadlineHistory({ task }: { task: TaskDetail }) {
  const granted = extensionsOf(task.requests);
  if (granted.length === 0) return null;
  return (
    <section aria-label={t`延期经过`}>
      <ol className="deadlines">
        <li>
          <b>{task.originalDueOn ?? granted[0].fromDue ?? t`未定`}</b> {t`原定时限`}
        </li>
        {granted.map((request) => (
          <Extension key={request.id} request={request} />
        ))}
      </ol>
    </section>
  );
}

const Extension = ({ request }: { request: RequestView }) => {
  const { fromDue, toDue, reason, askedBy, askedAt, decidedBy, decidedAt, decisionNote } = request;
  return (
    <li>
      <b>{toDue ?? t`长期`}</b> {t`由 ${fromDue ?? t`未定`} 延期`}
      <div className="narrative small">{reason}</div>
      <div className="quiet small">
        {askedBy === decidedBy ? t`${askedBy} 改期（${at(askedAt)}）` : t`${askedBy} 提出（${at(askedAt)}）`}
        {askedBy !== decidedBy && decidedAt && t`，${decidedBy ?? ''} 同意（${at(decidedAt)}）`}
        {decisionNote && `：${decisionNote}`}
      </div>
    </li>
  );
};
