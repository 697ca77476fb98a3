import { labelsIn } from './labels';

const roles = (text: string): string[] =>
  labelsIn(text).map(({ role, start, end }) => `${role} ${text.slice(start, end)}`);

describe('labelsIn', () => {
  it.each([
    ['存在问题：台账不全。', ['problems 存在问题：']],
    ['1．反馈意见：讲座审批流于形式。', ['problems 反馈意见：']],
    ['隐患内容：消火栓被遮挡。', ['problems 隐患内容：']],
    ['产生原因:重视不够。', ['causes 产生原因:']],
    ['【整改措施】：补齐台账', ['next_steps 【整改措施】：']],
    ['下一步：补齐台账。', ['next_steps 下一步：']],
    ['整改情况：已完成。', ['progress 整改情况：']],
    ['整改目标：覆盖率达到90%', ['goal 整改目标：']],
    ['责任单位：区教育局', ['field 责任单位：']],
    ['整改时限：6月底', ['field 整改时限：']],
    [
      '2．问题：谈心谈话少。原因：忙于事务；措施：每季度谈一次。时限：长期',
      ['problems 问题：', 'causes 原因：', 'next_steps 措施：', 'field 时限：'],
    ],
  ])('%s', (text, labels) => expect(roles(text)).toEqual(labels));

  it.each(['会议强调：要抓落实', '我们深知问题：依然存在', '电话：0517', '时间紧、任务重，主要是：一要'])(
    '%s has none',
    (text) => expect(roles(text).filter((role) => !role.startsWith('field'))).toEqual([]),
  );
});
