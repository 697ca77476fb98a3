import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { settleEdition, type ReportSummary } from '../../api/generated';
import { countsInWords } from './change-words';
import { t } from '../../language/t';

/** Whether a report is a corrected version, has one, or may be one — and the way to what that means. */
export function EditionNotice({ report, maySettle }: { report: ReportSummary; maySettle: boolean }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const settle = useMutation({
    mutationFn: (corrected: boolean) => ask(settleEdition({ path: { id: report.id }, body: { corrected } })),
    onSuccess: ({ former }) => message.success(former ? t`已作为更正稿，原有决定已沿用` : t`已作为独立报告`),
    onError: (error) => message.error(error.message, 6),
    onSettled: () => queries.invalidateQueries(),
  });
  const { doubt, later, former, changes, edition } = report;
  if (later)
    return (
      <Alert
        type="warning"
        showIcon
        title={t`这是第 ${edition} 稿，已有更正稿，本稿只供查阅`}
        action={<Link to={`/reports/${later.id}`}>{t`查看更正稿`}</Link>}
      />
    );
  if (doubt)
    return (
      <Alert
        type="warning"
        showIcon
        title={t`可能是《${doubt.title}》的更正稿，请先确定再审核`}
        description={
          <>
            {t`两份报告文字有较多相同，但标题、期间或内容差别较大。作为更正稿，原有任务和决定沿用到本稿；作为独立报告，事项另行审核。`}
            <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginTop: 8 }}>
              <Link to={`/reports/${doubt.id}`}>
                {t`查看《`}
                {doubt.title}》
              </Link>
              {maySettle && (
                <>
                  <Button size="small" type="primary" loading={settle.isPending} onClick={() => settle.mutate(true)}>
                    {t`作为更正稿`}
                  </Button>
                  <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(false)}>
                    {t`作为独立报告`}
                  </Button>
                </>
              )}
            </div>
          </>
        }
      />
    );
  if (former && changes)
    return (
      <Alert
        type={changes.pending > 0 ? 'warning' : 'info'}
        showIcon
        title={t`第 ${edition} 稿，识别为《${former.title}》的更正稿：${countsInWords(changes)}${changes.pending > 0 ? t`，${changes.pending} 条待处理` : ''}`}
        action={
          <span style={{ display: 'inline-flex', gap: 12 }}>
            <Link to={`/reports/${report.id}/changes`}>{t`对照改动`}</Link>
            <Link to={`/reports/${former.id}`}>{t`查看上一稿`}</Link>
          </span>
        }
      />
    );
  return null;
}
