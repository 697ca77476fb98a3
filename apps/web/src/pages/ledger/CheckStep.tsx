import { Alert, Button, Card, Checkbox, Progress, Skeleton, Space } from 'antd';
import { useState } from 'react';
import type { LedgerPreview } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { NamesCard } from './NamesCard';
import { PreviewTable } from './PreviewTable';
import type { Ledger } from './useLedger';
import { t } from '../../language/t';

/** Shows what every row would become, lets names be settled, and stores the ledger once that is confirmed. */
export function CheckStep({ ledger, back }: { ledger: Ledger; back: () => void }) {
  const { settings, preview, confirm, percent } = ledger;
  const [skip, setSkip] = useState(false);
  const found = preview.data;
  if (preview.error) {
    return (
      <>
        <Failure error={preview.error} retry={() => ledger.again({})} />
        <Button onClick={back} style={{ alignSelf: 'center' }}>
          {t`返回核对各列`}
        </Button>
      </>
    );
  }
  if (!found || !settings) {
    return (
      <Card title={t`正在检查每一行…`}>
        <Skeleton active />
      </Card>
    );
  }
  const { counts } = found;
  const ready = counts.create > 0 && (counts.error === 0 || skip) && !preview.isPending;
  return (
    <>
      <Alert type={counts.error > 0 ? 'warning' : 'success'} showIcon title={summary(counts)} aria-live="polite" />
      <NamesCard found={found} settings={settings} settle={ledger.again} busy={preview.isPending} />
      <Card title={t`逐行结果`}>
        <PreviewTable
          found={found}
          chosen={settings.duplicates}
          choose={(duplicates) => ledger.again({ duplicates })}
          busy={preview.isPending}
        />
      </Card>
      <Card>
        <Space orientation="vertical" style={{ width: '100%' }}>
          {counts.error > 0 && (
            <Checkbox checked={skip} onChange={({ target }) => setSkip(target.checked)}>
              {t`跳过`} {counts.error} {t`行有误的，只导入其余各行`}
            </Checkbox>
          )}
          {confirm.error && <Alert type="error" showIcon title={confirm.error.message} />}
          {confirm.isPending && <Progress percent={percent} format={() => (percent < 100 ? t`上传中` : t`保存中`)} />}
          <Space wrap>
            <Button onClick={back} disabled={confirm.isPending}>
              {t`返回核对各列`}
            </Button>
            <Button type="primary" disabled={!ready} loading={confirm.isPending} onClick={() => confirm.mutate(skip)}>
              {t`确认导入`} {counts.create} {t`项任务`}
            </Button>
            {!ready && !preview.isPending && (
              <span className="quiet">
                {counts.create === 0 ? t`没有可以导入的行` : t`请先改正有误的行，或勾选跳过它们`}
              </span>
            )}
          </Space>
        </Space>
      </Card>
    </>
  );
}

function summary({ create, error, duplicate, warning }: LedgerPreview['counts']): string {
  return [
    t`可以导入 ${create} 行`,
    warning > 0 && t`其中 ${warning} 行有提醒`,
    error > 0 && t`有误 ${error} 行`,
    duplicate > 0 && t`与已有任务重复 ${duplicate} 行（默认不导入）`,
  ]
    .filter(Boolean)
    .join('，');
}
