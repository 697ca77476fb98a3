import { Button, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SetUpProgress } from '../../api/generated';
import { ImportModal } from '../organisation/ImportModal';
import { OneTimePasswordModal, type Handed } from '../organisation/OneTimePasswordModal';
import { PersonModal } from '../organisation/PersonModal';
import { UnitModal } from '../organisation/UnitModal';
import { useSetUpRenewal } from './useSetUp';
import { t } from '../../language/t';

/** Units and people: out of Excel, or one by one. */
export function PeopleStep({ progress }: { progress: SetUpProgress }) {
  const [open, setOpen] = useState<'import' | 'unit' | 'person' | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const renew = useSetUpRenewal();
  const close = () => {
    setOpen(null);
    renew();
  };
  return (
    <>
      <p>
        {t`现有`} {progress.units} {t`个单位、`}
        {progress.people}{' '}
        {t`名在用人员。每个人至少要有一个角色：督办员导入报告并交办，联络员代表单位签收，承办人办理，分管领导查看和批复。`}
        <Link to="/help">{t`各角色做什么`}</Link>
      </p>
      <p>{t`单位和人员较多时，先下载模板，填好“单位”和“人员”两个工作表再导入；导入前会先检查并显示结果。`}</p>
      <Space wrap>
        <Button type="primary" onClick={() => setOpen('import')}>
          {t`从 Excel 导入`}
        </Button>
        <Button href="/api/v1/organisation/imports/template">{t`下载模板`}</Button>
        <Button onClick={() => setOpen('unit')}>{t`添加单位`}</Button>
        <Button onClick={() => setOpen('person')}>{t`添加人员`}</Button>
      </Space>
      <p className="quiet">
        {t`以后在`}
        <Link to="/organisation">{t`单位与人员`}</Link>
        {t`中修改。只想试用时可以跳过，在“第一份报告”中载入示例单位和人员。`}
      </p>
      {open === 'import' && <ImportModal onClose={close} />}
      {open === 'unit' && <UnitModal parentId={progress.unitId} onClose={close} />}
      {open === 'person' && <PersonModal onClose={close} onAdded={setHanded} onSucceed={close} />}
      {handed && <OneTimePasswordModal handed={handed} onClose={() => setHanded(null)} />}
    </>
  );
}
