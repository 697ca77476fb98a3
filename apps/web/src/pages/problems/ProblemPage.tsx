import { useQuery } from '@tanstack/react-query';
import { Alert, Breadcrumb, Card, Descriptions, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getProblem, type ProblemDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { LightTag } from '../../components/LightTag';
import { SourceQuote } from '../../components/SourceQuote';
import { CausesCard } from './CausesCard';
import { CloseOutCards } from './CloseOutCards';
import { MeasuresCard } from './MeasuresCard';
import { ORIGINS } from './problem-words';
import { ProblemEvidenceCard } from './ProblemEvidenceCard';
import { ProblemHistory } from './ProblemHistory';
import { ProblemMoves } from './ProblemMoves';
import { ProblemDue, ProblemStatusTag } from './ProblemTags';
import './problems.css';
import { t } from '../../language/t';

/** Source sentence ↔ causes ↔ measures ↔ what was done, on one screen, with responsibility, close-out and history. */
export default function ProblemPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['problem', id],
    queryFn: () => ask(getProblem({ path: { id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page stack">
      <Breadcrumb items={[{ title: <Link to="/problems">{t`问题`}</Link> }, { title: data.code }]} />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">{data.title}</h1>
        {data.light && <LightTag light={data.light} />}
        <ProblemStatusTag status={data.status} />
      </div>
      <ProblemMoves problem={data} />
      {data.replyDueOn && (
        <Alert
          type="warning"
          showIcon
          title={t`提出方仍有疑问，整改单位应于 ${data.replyDueOn} 前答复；答复后重新征求意见。`}
        />
      )}
      <Card title={t`问题与责任`}>
        <Facts problem={data} />
      </Card>
      <div className="chain">
        <div className="stack">
          {data.source && <SourceQuote source={data.source} />}
          <CausesCard problem={data} />
        </div>
        <div className="stack">
          <MeasuresCard problem={data} />
          <ProblemEvidenceCard problem={data} />
        </div>
      </div>
      <div className="columns">
        <div className="stack">
          <CloseOutCards problem={data} />
        </div>
        <Card title={t`整改过程`}>
          <ProblemHistory history={data.history} />
        </Card>
      </div>
    </div>
  );
}

function Facts({ problem }: { problem: ProblemDetail }) {
  const { title, text, origin, category, raisedBy, raisedOn, unitName, personName, leaderName, duty, check } = problem;
  return (
    <Descriptions
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        ...(text === title
          ? []
          : [
              {
                key: 'text',
                label: t`问题表现`,
                span: 'filled' as const,
                children: <div className="narrative">{text}</div>,
              },
            ]),
        { key: 'unit', label: t`整改单位`, children: unitName },
        { key: 'person', label: t`责任人`, children: personName ?? t`未指定` },
        { key: 'leader', label: t`挂钩领导`, children: leaderName ?? t`未指定` },
        { key: 'duty', label: t`责任类别`, children: duty ?? t`未填写` },
        { key: 'due', label: t`整改时限`, children: <ProblemDue {...problem} /> },
        { key: 'category', label: t`问题类别`, children: category ?? t`未分类` },
        { key: 'origin', label: t`问题来源`, children: ORIGINS[origin] },
        ...(check
          ? [
              {
                key: 'check',
                label: t`检查`,
                children: <Link to={`/problems/inspections/checks/${check.id}`}>{check.roundTitle}</Link>,
              },
            ]
          : []),
        { key: 'raised', label: t`提出`, children: [raisedBy, raisedOn].filter(Boolean).join(' · ') },
      ]}
    />
  );
}
