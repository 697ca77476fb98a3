import { CheckOutlined } from '@ant-design/icons';
import type { MenuProps } from 'antd';
import { choose, useChoice, type Choice } from './appearance';
import { t } from '../language/t';

const CHOICES: [Choice, string][] = [
  ['light', t`浅色`],
  ['dark', t`深色`],
  ['system', t`跟随系统`],
];

/** What the menu of the person offers for 外观; the one that holds says so to readers of screens as well. */
export function useAppearanceMenu(): NonNullable<MenuProps['items']> {
  const chosen = useChoice();
  return [
    {
      key: 'appearance',
      type: 'group',
      label: t`外观`,
      children: CHOICES.map(([choice, name]) => ({
        key: choice,
        label: name,
        extra: choice === chosen ? <CheckOutlined aria-label={t`已选`} /> : undefined,
        onClick: () => choose(choice),
      })),
    },
  ];
}
