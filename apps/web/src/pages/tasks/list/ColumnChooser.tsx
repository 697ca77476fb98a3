import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Drawer, InputNumber } from 'antd';
import { useState } from 'react';
import type { ColumnChoice } from '../../../api/generated';
import { withColumn, withMoved, withWidth } from './column-choice';
import { COLUMN_NAMES, COLUMNS, FIRST_COLUMNS, NARROWEST, WIDEST } from './list-columns';
import { t } from '../../../language/t';

interface Props {
  columns: readonly ColumnChoice[];
  onChange: (columns: ColumnChoice[]) => void;
}

/** Which columns are shown, in which order and how wide; remembered for the person. */
export function ColumnChooser({ columns, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const shown = columns.map(({ name }) => name);
  const others = COLUMN_NAMES.filter((name) => !shown.includes(name));
  return (
    <>
      <Button icon={<SettingOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t`列设置`}
      </Button>
      <Drawer
        open={open}
        title={t`列设置`}
        size={420}
        onClose={() => setOpen(false)}
        extra={<Button onClick={() => onChange(FIRST_COLUMNS)}>{t`恢复默认`}</Button>}
      >
        <p className="quiet">{t`勾选要显示的列，用箭头调整次序。设置会自动保存，只对您自己生效。`}</p>
        <ul className="column-choice">
          {columns.map(({ name, width }, at) => {
            const { title } = COLUMNS[name];
            return (
              <li key={name}>
                <Checkbox
                  checked
                  disabled={columns.length === 1}
                  onChange={() => onChange(withColumn(columns, name, 0))}
                >
                  {title}
                </Checkbox>
                <InputNumber
                  aria-label={t`${title}列宽`}
                  size="small"
                  min={NARROWEST}
                  max={WIDEST}
                  step={20}
                  value={width}
                  onChange={(next) => next !== null && onChange(withWidth(columns, name, next))}
                />
                <Button
                  size="small"
                  aria-label={t`${title}前移`}
                  disabled={at === 0}
                  icon={<ArrowUpOutlined aria-hidden />}
                  onClick={() => onChange(withMoved(columns, at, -1))}
                />
                <Button
                  size="small"
                  aria-label={t`${title}后移`}
                  disabled={at === columns.length - 1}
                  icon={<ArrowDownOutlined aria-hidden />}
                  onClick={() => onChange(withMoved(columns, at, 1))}
                />
              </li>
            );
          })}
          {others.map((name) => (
            <li key={name}>
              <Checkbox checked={false} onChange={() => onChange(withColumn(columns, name, COLUMNS[name].width))}>
                {COLUMNS[name].title}
              </Checkbox>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
