import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { ExternalTab } from './ExternalTab';
import { ImportModal } from './ImportModal';
import { PeopleTab } from './PeopleTab';
import { UndeliverableTab } from './UndeliverableTab';
import { UnitsTab } from './UnitsTab';
import './organisation.css';
import { t } from '../../language/t';

export default function OrganisationPage() {
  const [importing, setImporting] = useState(false);
  return (
    <div className="page organisation-page">
      <div className="page-head">
        <h1 className="grow">{t`单位与人员`}</h1>
        <Button onClick={() => setImporting(true)}>{t`从 Excel 导入`}</Button>
      </div>
      <Tabs
        items={[
          { key: 'units', label: t`单位`, children: <UnitsTab /> },
          { key: 'people', label: t`人员`, children: <PeopleTab /> },
          { key: 'external', label: t`外部单位`, children: <ExternalTab /> },
          { key: 'undeliverable', label: t`退信地址`, children: <UndeliverableTab /> },
        ]}
      />
      {importing && <ImportModal onClose={() => setImporting(false)} />}
    </div>
  );
}
