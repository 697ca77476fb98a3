import { Breadcrumb, Result, Steps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/session';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { FileStep } from './FileStep';
import { ImportedResult } from './ImportedResult';
import { useLedger } from './useLedger';
import { t } from '../../language/t';

const STEPS = [t`选择文件`, t`核对各列`, t`检查并确认`];

/** Takes a task ledger over from Excel in three steps; nothing is stored before the last one. */
export default function LedgerImportPage() {
  const assigns = useMay('task.assign');
  const ledger = useLedger();
  const [step, setStep] = useState(0);
  const done = ledger.confirm.data;
  if (!assigns)
    return <Result status="403" title={t`只有督办员可以导入台账`} extra={<Link to="/tasks">{t`回到任务`}</Link>} />;
  const restart = () => {
    ledger.restart();
    setStep(0);
  };
  return (
    <div className="page stack">
      <Breadcrumb items={[{ title: <Link to="/tasks">{t`任务`}</Link> }, { title: t`从 Excel 导入台账` }]} />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">{t`从 Excel 导入台账`}</h1>
      </div>
      {done ? (
        <ImportedResult done={done} restart={restart} />
      ) : (
        <>
          <Steps current={step} items={STEPS.map((title) => ({ title }))} />
          {step === 0 && <FileStep ledger={ledger} next={() => setStep(1)} />}
          {step === 1 && (
            <ColumnsStep
              ledger={ledger}
              back={restart}
              next={() => {
                ledger.again({ people: [], duplicates: [] });
                setStep(2);
              }}
            />
          )}
          {step === 2 && <CheckStep ledger={ledger} back={() => setStep(1)} />}
        </>
      )}
    </div>
  );
}
