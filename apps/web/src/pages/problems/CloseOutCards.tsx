import { Card, Descriptions, Empty } from 'antd';
import type { LookBackView, ProblemDetail, SatisfactionView } from '../../api/generated';
import { t } from '../../language/t';

/** What has become of it, what proves it, what those say who raised it, and whether it has held. */
export function CloseOutCards({ problem }: { problem: ProblemDetail }) {
  const { result, rectifiedOn, rectifiedBy, evidence, closeNote, closedOn, closedBy } = problem;
  const done = [
    ...(result ? [{ key: 'result', label: t`整改结果`, children: <div className="narrative">{result}</div> }] : []),
    ...(rectifiedOn ? [{ key: 'rectified', label: t`报告整改`, children: `${rectifiedOn} · ${rectifiedBy}` }] : []),
    ...(closedOn ? [{ key: 'closed', label: t`核实销号`, children: `${closedOn} · ${closedBy}` }] : []),
    ...(closedOn && evidence
      ? [{ key: 'evidence', label: t`销号依据`, children: <div className="narrative">{evidence}</div> }]
      : []),
    ...(closedOn && closeNote ? [{ key: 'note', label: t`销号意见`, children: closeNote }] : []),
  ];
  return (
    <>
      <Card title={t`整改结果与销号`}>
        {done.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`措施全部办结后，由整改单位报告整改结果`} />
        ) : (
          <Descriptions column={1} items={done} />
        )}
      </Card>
      <Card title={t`满意度`}>
        {problem.satisfaction.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t`还没有征求提出方意见。报告整改结果后，由督办员征求并登记满意度。`}
          />
        ) : (
          <>
            {problem.satisfaction.map((entry) => (
              <Satisfaction key={entry.id} entry={entry} />
            ))}
            <div className="quiet small">{problem.satisfactionFormula}</div>
          </>
        )}
      </Card>
      <Card title={t`回头看`}>
        {problem.lookBacks.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t`销号 ${problem.lookBackMonthsInForce} 个月后回头看`}
          />
        ) : (
          problem.lookBacks.map((entry) => <LookBack key={entry.id} entry={entry} />)
        )}
      </Card>
    </>
  );
}

function Satisfaction({ entry }: { entry: SatisfactionView }) {
  const { askedOn, asked, satisfied, basically, dissatisfied, percent, doubts, remark, replyDueOn, by } = entry;
  return (
    <div style={{ marginBottom: 10 }}>
      <div>
        <b>
          {t`满意率`} {percent}%
        </b>
        ：{asked} {satisfied + basically + dissatisfied} {t`人，满意`} {satisfied}
        {t`，基本满意`} {basically}
        {t`，不满意`} {dissatisfied}
      </div>
      {doubts && (
        <div className="narrative">
          {t`疑问：`}
          {doubts}
        </div>
      )}
      {replyDueOn && (
        <div>
          {t`答复时限：`}
          {replyDueOn}
        </div>
      )}
      {remark && (
        <div className="narrative">
          {t`备注：`}
          {remark}
        </div>
      )}
      <div className="quiet small">
        {askedOn} · {by} {t`登记`}
      </div>
    </div>
  );
}

function LookBack({ entry: { dueOn, doneOn, by, result, note } }: { entry: LookBackView }) {
  return (
    <div style={{ marginBottom: 10 }}>
      <div>
        <b>{result === null ? t`待回头看` : result === 'held' ? t`未反弹` : t`反弹，重新整改`}</b>
        {t`：应于`} {dueOn} {t`前`}
        {doneOn && t`，${doneOn} 完成`}
      </div>
      {note && <div className="narrative">{note}</div>}
      {by && (
        <div className="quiet small">
          {by} {t`登记`}
        </div>
      )}
    </div>
  );
}
