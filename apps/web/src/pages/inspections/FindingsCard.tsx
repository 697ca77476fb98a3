import { Alert, Button, Card, Empty, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { removeFinding, type CheckDetail, type FindingView } from '../../api/generated';
import { PROBLEM_STATUS } from '../problems/problem-words';
import { FindingModal } from './FindingModal';
import { FINDING_STATUS } from './inspection-words';
import { useCheckCommand } from './useCheckCommand';
import { t } from '../../language/t';

const PLAIN = {
  color: 'var(--neutral)',
  background: 'var(--neutral-ground)',
  borderColor: 'var(--neutral-line)',
  marginInlineEnd: 0,
};

/** What the check found, and what was decided about it. */
export function FindingsCard({ check }: { check: CheckDetail }) {
  /** The finding being written, or 'new'. */
  const [writing, setWriting] = useState<FindingView | 'new' | null>(null);
  const remove = useCheckCommand(
    check,
    (findingId: string) => ask(removeFinding({ path: { id: check.id, findingId }, body: { version: check.version } })),
    t`已移除`,
  );
  const writes = check.moves.includes('find');
  return (
    <Card
      title={t`检查发现`}
      extra={
        writes && (
          <Button type="primary" className="no-print" onClick={() => setWriting('new')}>
            {t`登记发现`}
          </Button>
        )
      }
    >
      {remove.error && <Alert type="error" showIcon title={remove.error.message} style={{ marginBottom: 12 }} />}
      {check.found.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={check.findings === null ? t`检查组提交结论后可以看到发现的问题` : t`还没有登记发现`}
        />
      )}
      {check.found.map((finding) => (
        <div className="finding" key={finding.id}>
          <div className="finding-head">
            <b>{finding.title}</b>
            <Tag style={PLAIN}>{FINDING_STATUS[finding.status]}</Tag>
            {writes && (
              <span className="no-print nowrap">
                <Button
                  type="link"
                  size="small"
                  aria-label={t`修改：${finding.title}`}
                  onClick={() => setWriting(finding)}
                >
                  {t`修改`}
                </Button>
                <Popconfirm title={t`移除这条发现？`} onConfirm={() => remove.mutate(finding.id)}>
                  <Button type="link" size="small" aria-label={t`移除：${finding.title}`}>
                    {t`移除`}
                  </Button>
                </Popconfirm>
              </span>
            )}
          </div>
          {finding.text !== finding.title && <div className="narrative">{finding.text}</div>}
          <div className="quiet small">
            {[
              finding.category,
              finding.dueOn && t`建议 ${finding.dueOn} 前整改`,
              t`${finding.recordedBy}登记`,
              finding.decidedBy && `${finding.decidedBy}${FINDING_STATUS[finding.status]}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <Outcome finding={finding} />
        </div>
      ))}
      {writing && (
        <FindingModal
          check={check}
          finding={writing === 'new' ? undefined : writing}
          onClose={() => setWriting(null)}
        />
      )}
    </Card>
  );
}

function Outcome({ finding: { reason, problemId, problemCode, problemStatus } }: { finding: FindingView }) {
  if (reason)
    return (
      <div>
        {t`不予认定的理由：`}
        {reason}
      </div>
    );
  if (!problemCode || !problemStatus) return null;
  return (
    <div>
      {t`认定为问题`} {problemId ? <Link to={`/problems/${problemId}`}>{problemCode}</Link> : problemCode}，
      {PROBLEM_STATUS[problemStatus]}
    </div>
  );
}
