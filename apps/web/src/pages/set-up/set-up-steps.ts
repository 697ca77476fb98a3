import type { SetUpProgress } from '../../api/generated';
import { t } from '../../language/t';

export type SetUpStep = keyof SetUpProgress['steps'];
export type SetUpPlace = SetUpStep | 'done';

/** The steps in their order, with what each is for. */
export const SET_UP_STEPS: { step: SetUpStep; name: string; about: string }[] = [
  { step: 'organisation', name: t`单位信息`, about: t`给最高一级单位起名` },
  { step: 'people', name: t`单位和人员`, about: t`建立下级单位，添加人员和角色` },
  { step: 'mail', name: t`邮件`, about: t`确认提醒邮件怎样送达` },
  { step: 'calendar', name: t`工作日历`, about: t`核对今年和明年的放假安排` },
  { step: 'report', name: t`第一份报告`, about: t`导入一份报告，或载入示例试用` },
];

export const isPlace = (word: string | null): word is SetUpPlace =>
  word === 'done' || SET_UP_STEPS.some(({ step }) => step === word);

/** Where to go on: the first step that is not done. */
export const nextPlace = ({ steps }: Pick<SetUpProgress, 'steps'>): SetUpPlace =>
  SET_UP_STEPS.find(({ step }) => !steps[step])?.step ?? 'done';

export const doneCount = ({ steps }: Pick<SetUpProgress, 'steps'>): number =>
  SET_UP_STEPS.filter(({ step }) => steps[step]).length;
