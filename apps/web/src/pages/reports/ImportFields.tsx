import { Form } from 'antd';
import { DaySelect } from '../../components/DaySelect';
import { UnitSelect } from '../../components/UnitSelect';
import { t } from '../../language/t';

interface Props {
  unitId: string | undefined;
  setUnitId: (unitId: string | undefined) => void;
  receivedOn: string | null;
  setReceivedOn: (day: string | null) => void;
}

/** Whose report it is and when it came, where the report itself shall not decide. */
export default function ImportFields({ unitId, setUnitId, receivedOn, setReceivedOn }: Props) {
  return (
    <Form layout="vertical" style={{ marginTop: 12, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 12px' }}>
      <Form.Item
        label={t`报告单位`}
        extra={t`不选时从报告标题和落款中识别，以后可以改`}
        htmlFor="import-unit"
        style={{ marginBottom: 0 }}
      >
        <UnitSelect id="import-unit" value={unitId} onChange={setUnitId} allowClear placeholder={t`从报告中识别`} />
      </Form.Item>
      <Form.Item
        label={t`收到日期`}
        extra={t`“年底前”“三季度末”等时限以报告自己的日期为准，报告没有日期时按收到日期推算`}
        htmlFor="import-day"
        style={{ marginBottom: 0 }}
      >
        <DaySelect id="import-day" value={receivedOn} onChange={setReceivedOn} placeholder={t`今天`} />
      </Form.Item>
    </Form>
  );
}
