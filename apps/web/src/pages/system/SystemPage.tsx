import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { ask } from '../../api/client';
import { getSystemHealth, type HealthLine } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { useMe } from '../../session/session';
import { MailServerCheck } from './MailServerCheck';
import { AREAS, STATES } from './system-words';
import './system.css';
import { t } from '../../language/t';

/** Milliseconds after which everything is looked at anew. */
const REFRESH = 30_000;

/** 系统状态: how everything is that has to run, and what to do where it does not. */
export default function SystemPage() {
  const { administersAll } = useMe();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['system'],
    queryFn: () => ask(getSystemHealth()),
    refetchInterval: REFRESH,
    enabled: administersAll,
  });
  if (!administersAll) return <Failure error={new Error(t`系统状态由最高一级单位的管理员查看，请与其联系。`)} />;
  if (!data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <Skeleton active style={{ padding: 24 }} />;
  const worse = data.lines.filter(({ state }) => state !== 'ok');
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">{t`系统状态`}</h1>
        <span className="quiet small">
          {new Date(data.at).toLocaleTimeString('zh-CN')} {t`查看，每 30 秒自动更新`}
        </span>
        <Button loading={isFetching} onClick={() => void refetch()}>
          {t`立即更新`}
        </Button>
      </div>
      <p role="status">
        {error
          ? t`更新失败：${error.message}以下是上一次的情况。`
          : worse.length === 0
            ? t`全部正常。`
            : t`${worse.length} 项需要注意：${worse.map(({ name }) => name).join('、')}。`}
      </p>
      {Object.entries(AREAS).map(([area, name]) => (
        <section key={area} className="system-area" aria-label={name}>
          <h2>{name}</h2>
          <dl>
            {data.lines
              .filter((line) => line.area === area)
              .map((line) => (
                <Line key={line.name} line={line} />
              ))}
          </dl>
          {area === 'mail' && <MailServerCheck />}
        </section>
      ))}
    </div>
  );
}

function Line({ line: { name, state, found, advice } }: { line: HealthLine }) {
  return (
    <div className="system-line">
      <dt>{name}</dt>
      <dd>
        <span className="system-state" data-state={state}>
          {STATES[state]}
        </span>
      </dd>
      <dd>
        {found}
        {advice && <div className="system-advice">{advice}</div>}
      </dd>
    </div>
  );
}
