import { Button, Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../session/session';
import { UnitSelect } from './UnitSelect';
import { WordSearch } from './WordSearch';
import { t } from '../language/t';

/** Sets the filter of this name; undefined takes it away. */
export type SetFilter<Name extends string> = (name: Name, value: string | undefined) => void;

interface FiltersProps<Name extends string> {
  /** What the words are looked for in. */
  search: { label: string; placeholder: string; width: number };
  q: string | undefined;
  set: SetFilter<Name | 'q'>;
  /** Left out while nothing is filtered. */
  clear?: () => void;
  children: ReactNode;
}

/** What narrows a list: words first, then the filters of its own. */
export function Filters<Name extends string>({ search, q, set, clear, children }: FiltersProps<Name>) {
  return (
    <div className="filters no-print">
      <WordSearch {...search} value={q} onSearch={(words) => set('q', words)} />
      {children}
      {clear && (
        <Button type="link" onClick={clear}>
          {t`清除筛选`}
        </Button>
      )}
    </div>
  );
}

interface SeveralProps {
  label: string;
  placeholder: string;
  value: readonly string[] | undefined;
  words: Record<string, string>;
  onChange: (values: string) => void;
  width: number;
}

/** One or several of a few values. */
export function SeveralFilter({ label, placeholder, value = [], words, onChange, width }: SeveralProps) {
  return (
    <Select
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      placeholder={placeholder}
      value={[...value]}
      onChange={(values: string[]) => onChange(values.join(','))}
      options={Object.entries(words).map(([key, word]) => ({ value: key, label: word }))}
      style={{ width }}
    />
  );
}

interface UnitProps {
  label: string;
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
  width: number;
}

/** A unit with those below it; nothing for whoever oversees no unit. */
export function UnitFilter({ label, value, onChange, width }: UnitProps) {
  const oversees = useMay('task.read');
  if (!oversees) return null;
  return (
    <UnitSelect
      label={label}
      value={value}
      onChange={onChange}
      allowClear
      placeholder={t`全部单位`}
      style={{ width }}
    />
  );
}

interface FlagProps {
  checked: boolean | undefined;
  onChange: (value: 'true' | undefined) => void;
  children: ReactNode;
}

export function FlagFilter({ checked = false, onChange, children }: FlagProps) {
  return (
    <Checkbox
      checked={checked}
      onChange={({ target }) => onChange(target.checked ? 'true' : undefined)}
      style={{ alignSelf: 'center' }}
    >
      {children}
    </Checkbox>
  );
}
