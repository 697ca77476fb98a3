import { Card, Descriptions, Empty } from 'antd';
import type { LookBackView, ProblemDetail, SatisfactionView } from '../../api/generated';

/** What has become of it, what proves it, what those say who raised it, and whether it has held. */
export function CloseOutCards({ problem }: { problem: ProblemDetail }) {
  const { result, rectifiedOn, rectifiedBy, evidence, closeNote, closedOn, closedBy } = problem;
  const done = [
    ...(result ? [{ key: 'result', label: '整改结果', children: <div className="narrative">{result}</div> }] : []),
    ...(rectifiedOn ? [{ key: 'rectified', label: '报告整改', children: `${rectifiedOn} · ${rectifiedBy}` }] : []),
    ...(closedOn ? [{ key: 'closed', label: '核实销号', children: `${closedOn} · ${closedBy}` }] : []),
    ...(closedOn && evidence
      ? [{ key: 'evidence', label: '销号依据', children: <div className="narrative">{evidence}</div> }]
      : []),
    ...(closedOn && closeNote ? [{ key: 'note', label: '销号意见', children: closeNote }] : []),
  ];
  return (
    <>
      <Card title="整改结果与销号">
        {done.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="措施全部办结后，由整改单位报告整改结果" />
        ) : (
          <Descriptions column={1} items={done} />
        )}
      </Card>
      <Card title="满意度">
        {problem.satisfaction.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="还没有征求提出方意见。报告整改结果后，由督办员征求并登记满意度。"
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
      <Card title="回头看">
        {problem.lookBacks.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={`销号 ${problem.lookBackMonthsInForce} 个月后回头看`}
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
        <b>满意率 {percent}%</b>：{asked} {satisfied + basically + dissatisfied} 人，满意 {satisfied}，基本满意{' '}
        {basically}
        ，不满意 {dissatisfied}
      </div>
      {doubts && <div className="narrative">疑问：{doubts}</div>}
      {replyDueOn && <div>答复时限：{replyDueOn}</div>}
      {remark && <div className="narrative">备注：{remark}</div>}
      <div className="quiet small">
        {askedOn} · {by} 登记
      </div>
    </div>
  );
}

function LookBack({ entry: { dueOn, doneOn, by, result, note } }: { entry: LookBackView }) {
  return (
    <div style={{ marginBottom: 10 }}>
      <div>
        <b>{result === null ? '待回头看' : result === 'held' ? '未反弹' : '反弹，重新整改'}</b>：应于 {dueOn} 前
        {doneOn && `，${doneOn} 完成`}
      </div>
      {note && <div className="narrative">{note}</div>}
      {by && <div className="quiet small">{by} 登记</div>}
    </div>
  );
}
