import { Alert, Card } from 'antd';
import type { TaskDetail } from '../api/generated';
import { t } from '../language/t';

/** The row of the spreadsheet that a task was taken over from, and what it says. */
export function LedgerOrigin({ ledger, text }: { ledger: NonNullable<TaskDetail['ledger']>; text: string }) {
  const { importId, fileName, sheet, row, unverified, mayOpen } = ledger;
  return (
    <Card title={t`来源`}>
      <p style={{ margin: 0 }}>
        {t`来自台账`} {mayOpen ? <a href={`/api/v1/ledger-imports/${importId}/original`}>{fileName}</a> : fileName}{' '}
        <span className="quiet">
          {t`工作表“`}
          {sheet}
          {t`”第`} {row} {t`行`}
        </span>
      </p>
      <div className="narrative" style={{ marginTop: 12 }}>
        {text}
      </div>
      {unverified && (
        <Alert
          style={{ marginTop: 12 }}
          type="warning"
          showIcon
          title={t`按台账状态导入为已销号，未在本系统核实。如有疑问可回头看重开。`}
        />
      )}
    </Card>
  );
}
