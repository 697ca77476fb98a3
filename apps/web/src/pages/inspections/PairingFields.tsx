import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { previewPairs } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import { PAIRING_RULES, ROUND_KINDS, type PairingRule, type RoundKind } from './inspection-words';
import { PairsEditor, type PairDraft } from './PairsEditor';
import { UnitsSelect } from './UnitsSelect';
import { t } from '../../language/t';

interface Props {
  kind: RoundKind;
  pairs: PairDraft[];
  onChange: (pairs: PairDraft[]) => void;
}

/** Chooses units and how they are paired, and shows the pairs before they are kept. */
export function PairingFields({ kind, pairs, onChange }: Props) {
  const { rules } = ROUND_KINDS[kind];
  const [chosen, setChosen] = useState<PairingRule>();
  const [unitIds, setUnitIds] = useState<string[]>([]);
  const [inspectorUnitId, setInspector] = useState<string>();
  const rule = chosen && rules.includes(chosen) ? chosen : rules[0];
  const pair = useMutation({
    mutationFn: () => ask(previewPairs({ body: { kind, rule, unitIds, inspectorUnitId } })),
    onSuccess: (made) =>
      onChange(made.map(({ inspectedUnitId, inspectingUnitId }) => ({ inspectedUnitId, inspectingUnitId }))),
  });
  return (
    <>
      <Form.Item label={t`分组办法`} htmlFor="rule">
        <Select
          id="rule"
          value={rule}
          onChange={setChosen}
          options={rules.map((value) => ({ value, label: PAIRING_RULES[value] }))}
        />
      </Form.Item>
      {rule !== 'hand' && (
        <>
          {rule === 'single' && (
            <Form.Item label={t`由哪个单位检查`} htmlFor="inspector">
              <UnitSelect id="inspector" value={inspectorUnitId} onChange={setInspector} />
            </Form.Item>
          )}
          <Form.Item label={rule === 'single' ? t`被检查单位` : t`参加单位`} htmlFor="units">
            <UnitsSelect id="units" value={unitIds} onChange={setUnitIds} />
          </Form.Item>
          <Button onClick={() => pair.mutate()} loading={pair.isPending} disabled={unitIds.length === 0}>
            {t`生成分组`}
          </Button>
        </>
      )}
      {pair.error && <Alert type="error" showIcon title={pair.error.message} style={{ marginTop: 12 }} />}
      <h2 style={{ margin: '16px 0 8px' }}>
        {t`分组预览`}
        {pairs.length > 0 && t`（${pairs.length} 组）`}
      </h2>
      <PairsEditor pairs={pairs} onChange={onChange} />
    </>
  );
}
