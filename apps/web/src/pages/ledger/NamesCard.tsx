import { Button, Card, Select, Space } from 'antd';
import type { LedgerPreview } from '../../api/generated';
import { UnitSelect } from '../../components/UnitSelect';
import type { LedgerSettings } from './useLedger';
import { t } from '../../language/t';

interface Props {
  found: LedgerPreview;
  settings: LedgerSettings;
  /** Says what names mean, for all rows at once. */
  settle: (changes: Partial<LedgerSettings>) => void;
  busy: boolean;
}

/** Names of the ledger that are not known here: said once, they hold for all rows and for the next time. */
export function NamesCard({ found: { unknownUnits, unclearPeople }, settings, settle, busy }: Props) {
  const said = settings.units;
  if (unknownUnits.length + unclearPeople.length + said.length === 0) return null;
  const say = (name: string, unitId: string | null) =>
    settle({ units: [...said.filter((one) => one.name !== name), { name, unitId }] });
  return (
    <Card title={t`名称对应`}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t`指定一次，对所有行生效，下次导入同样的台账时也会记得。`}
      </p>
      <div className="stack" style={{ gap: 10 }}>
        {said.map(({ name, unitId }) => (
          <NameLine key={name} name={name}>
            <UnitSelect
              label={t`“${name}”是哪个单位`}
              value={unitId ?? undefined}
              onChange={(id) => say(name, id)}
              placeholder={t`不是单位，不对应`}
              disabled={busy}
              style={{ width: 260 }}
            />
            <Button
              type="link"
              disabled={busy}
              onClick={() => settle({ units: said.filter((one) => one.name !== name) })}
            >
              {t`取消对应`}
            </Button>
          </NameLine>
        ))}
        {unknownUnits.map(({ name, rows, suggestions }) => (
          <NameLine key={name} name={name} rows={rows}>
            <UnitSelect
              label={t`“${name}”是哪个单位`}
              onChange={(id) => say(name, id)}
              placeholder={t`选择对应的单位`}
              disabled={busy}
              style={{ width: 260 }}
            />
            {suggestions.map((unit) => (
              <Button key={unit.id} disabled={busy} onClick={() => say(name, unit.id)}>
                {unit.name}
              </Button>
            ))}
            <Button type="link" disabled={busy} onClick={() => say(name, null)}>
              {t`不是单位`}
            </Button>
          </NameLine>
        ))}
        {unclearPeople.map(({ unitId, name, rows, people }) => (
          <NameLine key={`${unitId} ${name}`} name={name} rows={rows}>
            <Select
              aria-label={t`“${name}”是哪一位`}
              placeholder={t`有 ${people.length} 位同名，请选定`}
              disabled={busy}
              onChange={(personId: string) => settle({ people: [...settings.people, { unitId, name, personId }] })}
              options={people.map(({ id, name: label }, index) => ({ value: id, label: `${index + 1}. ${label}` }))}
              style={{ width: 260 }}
            />
          </NameLine>
        ))}
      </div>
    </Card>
  );
}

function NameLine({ name, rows, children }: { name: string; rows?: number; children: React.ReactNode }) {
  return (
    <Space wrap>
      <span style={{ display: 'inline-block', minWidth: 200 }}>
        {name}{' '}
        {rows !== undefined && (
          <span className="quiet small">
            {rows} {t`行`}
          </span>
        )}
      </span>
      {children}
    </Space>
  );
}
