import { Modal } from 'antd';
import { useState } from 'react';
import { PersonSearch } from '../../components/PersonSearch';
import { useMe } from '../../session/session';
import { Why } from './Why';
import './reminders.css';
import { t } from '../../language/t';

interface Props {
  taskId: string;
  /** Whether one may ask about others. */
  others: boolean;
  /** About whom one asks first; oneself when nobody is named. */
  person: { id: string; name: string } | null;
  onClose: () => void;
}

/** “为什么收到、没有收到提醒”: about oneself, or about anybody for whoever looks after the reminders. */
export function WhyModal({ taskId, others, person, onClose }: Props) {
  const me = useMe();
  const [asked, setAsked] = useState(others && person ? person.id : me.person.id);
  return (
    <Modal open title={t`为什么收到、没有收到提醒`} footer={null} onCancel={onClose} destroyOnHidden>
      {others && (
        <p style={{ marginTop: 0 }}>
          <PersonSearch
            label={t`查询谁的提醒`}
            value={asked}
            onChange={(id) => setAsked(id ?? me.person.id)}
            known={[me.person, ...(person ? [person] : [])]}
          />
        </p>
      )}
      <div aria-live="polite">
        <Why taskId={taskId} personId={asked} />
      </div>
    </Modal>
  );
}
