import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Chip } from './filter-chips';
import { t } from '../../../language/t';

/** What the list is narrowed by; each may be taken away alone. */
export function FilterChips({
  chips,
  remove,
  clear,
}: {
  chips: Chip[];
  remove: (chip: Chip) => void;
  clear: () => void;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips no-print" aria-label={t`已选条件`}>
      {chips.map((chip) => (
        <li key={chip.key}>
          {chip.text}
          <button type="button" aria-label={t`去掉 ${chip.text}`} onClick={() => remove(chip)}>
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      <li className="plain">
        <Button type="link" size="small" onClick={clear}>
          {t`清除筛选`}
        </Button>
      </li>
    </ul>
  );
}
