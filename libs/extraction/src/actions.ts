import { CharacterSet } from '#language/character-set';

/** Verbs that official Chinese begins a piece of work with. */
const VERBS = new Set(
  (
    '加快 加强 加大 加力 加深 推进 推动 推广 推行 推出 强化 深化 优化 细化 固化 量化 简化 亮化 绿化 净化 美化 硬化 活化 ' +
    '完善 健全 建立 建设 建成 建强 建好 构建 组建 创建 新建 改建 扩建 续建 修建 修订 修改 修复 制定 制订 编制 起草 出台 印发 ' +
    '落实 夯实 压实 做实 抓实 落细 抓好 做好 办好 管好 用好 守好 守住 建优 做优 做强 做大 做精 做细 抓紧 抓牢 抓住 紧盯 紧扣 聚焦 围绕 突出 坚持 ' +
    '开展 组织 实施 启动 举办 召开 承办 参加 参与 配合 协调 协同 统筹 引导 引进 引育 引入 培育 培养 培训 选派 选拔 选树 配齐 配强 选优 ' +
    '提升 提高 提速 提质 增强 增加 扩大 拓展 拓宽 延伸 补齐 补强 弥补 改善 改造 改进 改革 创新 探索 试点 打造 打通 打好 打赢 打击 ' +
    '整治 整合 整改 整顿 治理 清理 清查 排查 摸排 摸清 核查 检查 督查 督导 督促 监督 监管 考核 评估 评选 表彰 宣传 宣讲 学习 贯彻 执行 遵守 ' +
    '保障 保护 保持 保证 确保 力争 争取 争创 力促 促进 促使 服务 支持 扶持 帮助 帮扶 解决 化解 破解 防范 防止 杜绝 遏制 惩治 查处 严肃 ' +
    '落地 运用 应用 利用 发挥 发展 发放 发掘 挖掘 盘活 激发 激励 鼓励 调动 凝聚 巩固 维护 弘扬 传承 营造 树立 树牢 筑牢 锤炼 锻造 ' +
    '完成 实现 达到 取消 减少 降低 压减 压缩 淘汰 退出 关停 规范 严格 严控 严守 控制 划定 规划 谋划 研究 调研 梳理 总结 收集 汇总 报送 ' +
    '全力 全面 扎实 切实 认真 深入 大力 着力 努力 积极 进一步 继续 持续 不断 稳步 有序 有效 严厉 坚决 主动 及时 定期 常态化 广泛 精准 科学 依法 依托 结合 按照 对标 针对 通过 充分 牢固 牢牢 逐步 逐项 ' +
    '理顺 搭建 申报 对接 跟踪 跟进 回访 走访 慰问 安排 部署 分解 明确 细分 设立 成立 设置 配备 购置 采购 招引 招聘 录用 签订 验收 交付 投入 投用 更新 升级 迁移 接入 归集 共享 公开 公布 通报 约谈 问责 追究 带头 牵头 主持 ' +
    '增设 增派 增开 新增 新设 开设 开发 开通 开工 开辟 开放 编发 编印 编写 汇编 修编 下发 下达 拨付 筹措 筹建 筹备 举行 盘点 充实 派驻 选聘 选调 选育 招录 招收 补充 补办 补植 腾退 拆除 清淤 种植 栽植 投放 发行 发布 推送 联合 会同 制作 拍摄 报请 申请 冲刺 承接 包联 走进 深耕 厚植 涵养 根治 严打 严查 严惩 ' +
    '稳妥 加速 纵深 一体 同步 分类 分批 分步 全方位 多渠道 尽快 适时 原则上 严禁 大兴 聘请 用足 争当 继承 倡导 免费 安装 更换 出动 挂牌 摸底 起草 评审 遴选 每月 每季 每年 每周 定点 滚动 ' +
    '争做 当好 守护 兜牢 兜底 织密 织牢 拧紧 扛牢 扛起 践行 担当 服从 锚定 瞄准 立足 以 把 将 对 向 从 让 使 为 要 须 必须'
  ).split(' '),
);
const FIRST_OF_VERB = new CharacterSet([...VERBS].map((verb) => verb[0]).join(''));
const CLAUSE_ENDS = new CharacterSet('，。；：！,;');
const LEADING =
  /^(?:我们|我[局委市县区省校院部办]|还|也|并|同时|此外|其次|高标准|高质量|高水平|高效|重点|集中|统一|系统|整体|优先|率先|特别是|尤其是|要|必须|应当?|需要?|将|拟|计划|今年|明年|年内|全年|上半年|下半年|一是|二是|三是|四是|五是|六是)+[，,]?/;

/** Whether a clause begins with an action, adverbs and 要 left aside. */
export function beginsWithAction(clause: string): boolean {
  const words = clause.slice(LEADING.exec(clause)?.[0].length ?? 0);
  if (words.startsWith('由') && !/^由[于此]/.test(words)) return true;
  return FIRST_OF_VERB.at(words, 0) && isVerb(words);
}

function isVerb(words: string): boolean {
  return VERBS.has(words.slice(0, 2)) || VERBS.has(words.slice(0, 3)) || VERBS.has(words[0] ?? '');
}

/** The share of the clauses of `text` that begin with an action; the first 12 clauses speak for all. */
export function actionShare(text: string): number {
  const head = text.slice(0, 400);
  let parts = 0;
  let actions = 0;
  for (let from = 0; from <= head.length && parts < 12;) {
    const stop = CLAUSE_ENDS.indexIn(head, from);
    const end = stop < 0 ? head.length : stop;
    if (end - from > 3) {
      parts++;
      if (beginsWithAction(head.slice(from, end))) actions++;
    }
    from = end + 1;
  }
  return parts === 0 ? 0 : actions / parts;
}
