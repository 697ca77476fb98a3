import type { SetUpProgress } from '../../api/generated';
import { Link } from 'react-router';
import { useMay } from '../../session/session';
import { ExamplesOffer } from '../home/ExamplesOffer';
import { ImportCard } from '../reports/ImportCard';
import { t } from '../../language/t';

/** The first report: one's own, or the examples. */
export function ReportStep({ progress: { reports } }: { progress: SetUpProgress }) {
  const imports = useMay('report.import');
  return (
    <div className="stack">
      <p style={{ margin: 0 }}>
        {t`把一份工作报告、总结或整改报告拖进来，系统会读出其中的“下一步工作”和“存在的问题”，再由督办员在审核台逐条确认。`}
        {reports && (
          <>
            {t`已经有报告了，可以到`}
            <Link to="/reports">{t`报告`}</Link>
            {t`页打开审核台。`}
          </>
        )}
      </p>
      <ExamplesOffer />
      {imports ? (
        <ImportCard />
      ) : (
        <p className="quiet">
          {t`您没有督办员角色，不能导入报告。请在`}
          <Link to="/organisation">{t`单位与人员`}</Link>
          {t`中指定一名督办员，由其导入。`}
        </p>
      )}
    </div>
  );
}
