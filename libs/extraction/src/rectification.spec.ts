import { isDone, isOpen } from './rectification';

const times = { reviewedYear: 2024, reportedOn: '2025-01-17', plan: { year: 2025 } };

describe('work still to be done', () => {
  it.each([
    '推进管网延伸工程，目前初步设计已批复，2025年4月底前开工。',
    '待法院判决生效后3个月内完成清理。',
    '持续深化模范机关创建，将支部建设纳入考核。',
    '下一步，对尚未完成的3个项目倒排工期。',
    '拟在2025年内再招聘专业技术人员5名。',
    '剩余款项力争上半年收回。',
  ])('%s', (sentence) => expect(isOpen(sentence, times)).toBe(true));

  it.each([
    '将治水思路纳入应知应会内容，9月份组织闭卷测试1次。',
    '开展主题活动，设立党员先锋岗16个。',
    '对巡察指出的3处违建已于2024年10月拆除完毕。',
    '印发管理办法，落实管水员203名。',
  ])('not: %s', (sentence) => expect(isOpen(sentence, times)).toBe(false));

  it('is not what is done, unless something is left', () => {
    expect(isDone('已于2025年1月完成检修并联网。', times)).toBe(true);
    expect(isDone('现已完成测算，下步由高桥镇负责清运，9月底前清运完毕。', times)).toBe(false);
  });
});
