import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { pairRound, type RoundDetail } from '../../api/generated';
import { PairingFields } from './PairingFields';
import { whole, type PairDraft } from './PairsEditor';
import { t } from '../../language/t';

/** Other pairs for a round that has not started. */
export function PairsModal({ round, onClose }: { round: RoundDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const [pairs, setPairs] = useState<PairDraft[]>(
    round.lines.map(({ inspectedUnitId, inspectingUnitId }) => ({ inspectedUnitId, inspectingUnitId })),
  );
  const save = useMutation({
    mutationFn: async () => {
      const made = whole(pairs);
      if (!made) throw new Error(t`有的分组还没有选好单位，请补全或移除。`);
      return ask(pairRound({ path: { id: round.id }, body: { version: round.version, pairs: made } }));
    },
    onSuccess: (next) => {
      queries.setQueryData(['inspection', next.id], next);
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={760}
      title={t`调整分组`}
      okText={t`保存分组`}
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form layout="vertical">
        <PairingFields kind={round.kind} pairs={pairs} onChange={setPairs} />
      </Form>
    </Modal>
  );
}
