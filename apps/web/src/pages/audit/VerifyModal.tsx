import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Typography } from 'antd';
import { ask } from '../../api/client';
import { verifyHistory, type HistoryFault, type VerifiedHistory } from '../../api/generated';
import { t } from '../../language/t';

const numbers = ({ from, to }: HistoryFault) => (from === to ? t`第 ${from} 号` : t`第 ${from} 至 ${to} 号`);

const FAULTS: Record<HistoryFault['kind'], (fault: HistoryFault) => string> = {
  altered: (fault) => t`${numbers(fault)}（记录 ${fault.id}）被改动`,
  missing: (fault) => t`${numbers(fault)}被删除`,
  'missing-newest': (fault) => t`${numbers(fault)}被删除，是这条链最新的记录`,
  'head-altered': (fault) => t`链头与最新的记录（第 ${fault.from} 号）不符，其中之一被改动`,
};

function continuesWords(continues: boolean, faultCount: number): string {
  if (!continues) return t`与此前记下的指纹不符，当时的日志后来被改写过。`;
  if (faultCount > 0) return t`校验码与此前记下的指纹一致，被动过的只有以下记录。`;
  return t`与此前记下的指纹一致，当时的日志至今没有变过。`;
}

/** Proves that nothing in the history was altered or removed. */
export function VerifyModal({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: (since: string | undefined) => ask(verifyHistory({ body: { since: since?.trim() || undefined } })),
    // The verification itself is on record now.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['history'] }),
  });
  return (
    <Modal open title={t`校验操作日志`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">
        {t`每条记录都带有与前一条相连的校验码。校验时逐条重新计算，任何改动和删除（包括最新的记录）都会被指出。日志多时需要一两分钟。`}
      </p>
      <Form<{ since?: string }> layout="vertical" onFinish={({ since }) => verify.mutate(since)}>
        <Form.Item
          name="since"
          label={t`此前记下的指纹（可不填）`}
          extra={t`填写后同时证明：当时的日志至今没有变过，包括有人把日志和校验码一起重写的情形。`}
        >
          <Input placeholder="1a2b-3c4d-5e6f-7a8b-9c0d" maxLength={30} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={verify.isPending}>
          {verify.isPending ? t`正在校验…` : t`开始校验`}
        </Button>
      </Form>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        {verify.error && <Alert type="warning" showIcon title={verify.error.message} />}
        {verify.data && !verify.isPending && <Outcome found={verify.data} />}
      </div>
    </Modal>
  );
}

function Outcome({ found }: { found: VerifiedHistory }) {
  const { intact, rows, faults, faultCount, fingerprint, continues } = found;
  return (
    <>
      <Alert
        type={intact ? 'success' : 'error'}
        showIcon
        title={
          intact
            ? t`完整：${rows} 条记录，没有改动和删除。`
            : t`发现 ${faultCount + Number(continues === false)} 处问题`
        }
        description={
          <>
            {continues !== null && <div>{continuesWords(continues, faultCount)}</div>}
            {faults.map((fault) => (
              <div key={`${fault.lane} ${fault.kind} ${fault.from}`}>
                {t`第`} {fault.lane} {t`链：`}
                {FAULTS[fault.kind](fault)}
              </div>
            ))}
            {faultCount > faults.length && (
              <div>
                {t`其余`} {faultCount - faults.length} {t`处从略。`}
              </div>
            )}
            {!intact && <div>{t`请保留现状，报告上级并联系系统维护人员。`}</div>}
          </>
        }
      />
      {fingerprint && (
        <p>
          {t`本次指纹：`}
          <Typography.Text code copyable>
            {fingerprint}
          </Typography.Text>
          <br />
          <span className="quiet small">{t`请连同日期记在系统之外，下次校验时填写。`}</span>
        </p>
      )}
    </>
  );
}
