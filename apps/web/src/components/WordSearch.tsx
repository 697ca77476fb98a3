import { App, Input } from 'antd';
import { t } from '../language/t';

export const TOO_SHORT = t`每个搜索词至少要有两个字，请补充后再搜索。`;

/** Two 汉字 are the shortest word that is searched for. */
export const isTooShort = (q: string) =>
  q
    .trim()
    .split(/\s+/)
    .some((word) => word !== '' && [...word].length < 2);

interface Props {
  label: string;
  placeholder: string;
  value: string | undefined;
  onSearch: (q: string) => void;
  width: number;
}

/** The field that narrows a list to some words. */
export function WordSearch({ label, placeholder, value, onSearch, width }: Props) {
  const { message } = App.useApp();
  return (
    <Input.Search
      key={value}
      aria-label={label}
      placeholder={placeholder}
      allowClear
      maxLength={100}
      defaultValue={value}
      onSearch={(q) => (isTooShort(q) ? void message.info(TOO_SHORT) : onSearch(q.trim()))}
      style={{ width }}
    />
  );
}
