import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { getRectificationRate } from '../../api/generated';
import { Waiting } from './Waiting';
import { t } from '../../language/t';

const COUNTED = '/problems?status=open,rectified,reopened,closed';

/** 整改率 with its formula; both figures open their problems. */
export function RateSummary() {
  const { data, error } = useQuery({
    queryKey: ['problems', 'rate', {}],
    queryFn: () => ask(getRectificationRate({ query: {} })),
  });
  return (
    <Card title={t`问题整改率`} extra={<Link to="/problems">{t`全部问题`}</Link>}>
      {error && error.message}
      {!error && !data && <Waiting rows={3} />}
      {data && (
        <>
          <strong className="home-rate">{data.whole.percent === null ? '—' : `${data.whole.percent}%`}</strong>
          {data.whole.total === 0 ? (
            <div>{t`还没有登记问题`}</div>
          ) : (
            <div>
              {t`已销号`}{' '}
              <Link to="/problems?status=closed">
                {data.whole.closed} {t`个`}
              </Link>
              {t`，共`}{' '}
              <Link to={COUNTED}>
                {data.whole.total} {t`个`}
              </Link>
            </div>
          )}
          <div className="quiet small">{data.formula}</div>
        </>
      )}
    </Card>
  );
}
