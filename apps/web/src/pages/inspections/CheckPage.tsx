import { useQuery } from '@tanstack/react-query';
import { Alert, Breadcrumb, Card, Descriptions, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { ask } from '../../api/client';
import { getCheck, type CheckDetail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import '../problems/problems.css';
import { CheckMoves } from './CheckMoves';
import { FindingsCard } from './FindingsCard';
import { CHECK_STATUS, ROUND_KINDS } from './inspection-words';
import './inspections.css';
import { CheckStatusTag, InspectionHistory, RoundStatusTag } from './InspectionTags';
import { MaterialCard } from './MaterialCard';
import { t } from '../../language/t';

/** One check: what it is about, what was found, what came of it. Inspectors fill it in on a phone. */
export default function CheckPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['check', id],
    queryFn: () => ask(getCheck({ path: { id } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page stack inspection">
      <Breadcrumb
        items={[
          { title: <Link to="/problems/inspections">{t`督查检查`}</Link> },
          { title: <Link to={`/problems/inspections/${data.roundId}`}>{data.roundTitle}</Link> },
          { title: data.inspectedUnitName },
        ]}
      />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">
          {t`对`}
          {data.inspectedUnitName}
          {t`的检查`}
        </h1>
        <CheckStatusTag status={data.status} overdue={data.overdue} />
      </div>
      <CheckMoves check={data} />
      <Facts check={data} />
      <FindingsCard check={data} />
      {data.materialOpen && <MaterialCard check={data} />}
      {data.history.length > 0 && (
        <Card title={t`过程`} className="no-print">
          <InspectionHistory history={data.history} statuses={CHECK_STATUS} />
        </Card>
      )}
    </div>
  );
}

function Facts({ check }: { check: CheckDetail }) {
  const { conclusion, reportedBy, reportedOn, response, respondedBy, respondedOn, note, category } = check;
  const words = (text: string | null, ...by: (string | null)[]) => (
    <div>
      <div className="narrative">{text}</div>
      <div className="quiet small">{by.filter(Boolean).join(' · ')}</div>
    </div>
  );
  return (
    <Card title={t`检查情况`}>
      {note && (
        <Alert type="info" showIcon title={<span className="narrative">{note}</span>} style={{ marginBottom: 12 }} />
      )}
      <Descriptions
        column={{ xs: 1, sm: 2, lg: 4 }}
        items={[
          { key: 'kind', label: t`检查类型`, children: ROUND_KINDS[check.roundKind].name },
          { key: 'inspecting', label: t`检查单位`, children: check.inspectingUnitName },
          {
            key: 'people',
            label: t`检查人`,
            children: check.inspectors.map(({ name }) => name).join('、') || t`未指定`,
          },
          { key: 'due', label: t`完成时限`, children: check.dueOn },
          { key: 'category', label: t`检查内容`, children: category ?? t`全部` },
          { key: 'round', label: t`本轮检查`, children: <RoundStatusTag status={check.roundStatus} /> },
          ...(conclusion
            ? [
                {
                  key: 'conclusion',
                  label: t`检查结论`,
                  span: 'filled' as const,
                  children: words(conclusion, reportedBy, reportedOn),
                },
              ]
            : []),
          ...(response
            ? [
                {
                  key: 'response',
                  label: t`反馈意见`,
                  span: 'filled' as const,
                  children: words(response, respondedBy, respondedOn),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
