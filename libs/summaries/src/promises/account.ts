/** How an account of work speaks of it: 已建成 done, 正在推进 under way, 尚未完成 not done. */
export type Account = 'done' | 'under-way' | 'not-done' | 'unclear';

const NOT_DONE = /尚未|还未|仍未|未能|未完成|未达到?|没有完成|未如期|未实现|滞后|推迟|延后|暂缓|搁置|停滞/;
const UNDER_WAY =
  /正在|正按|(?:有序|稳步|加快|扎实|持续|全力|抓紧|深入)推进|推进中|在建|启动(?!会|仪式)|已?开工|动工|初步|前期|阶段性|进展顺利|(?:完成|达到?)[^，。；]{0,10}(?:总?工程量|总?进度|任务)的?\d{1,2}(?:\.\d+)?[%％]|基本(?:形成|完成)|部分|着手|拟/;
const DONE =
  /已?(?:全部|全面|如期|提前|圆满|顺利|按期|超额|累计|共)?(?:完成|建成|竣工|办结|投入使用|投用|通车|验收|出台|印发|制定|实现|达到|达标|整改到位|清零|销号|落成|交付|开通|上线|挂牌|落地|改造|新建|建立|举办|开展|发放|培训|解决|整治|化解|设立|成立|受理|配备|安装|打通|硬化|拆除|治理|修复|拨付|引进)|(?:得到|取得|明显|有效|显著)[^，。；]{0,8}(?:解决|缓解|改善|提升|成效|好转|遏制)|[^，。；]了[^解]/;

export function accountOf(statement: string): Account {
  if (NOT_DONE.test(statement)) return 'not-done';
  if (UNDER_WAY.test(statement)) return 'under-way';
  return DONE.test(statement) ? 'done' : 'unclear';
}

/** Words that bind to a result; of the others a commitment asks no more than an effort. */
const RESULT =
  /完成|建成|竣工|实现|达到|投用|投入使用|通车|全覆盖|清零|消除|销号|出台|印发|开通|交付|验收|不低于|不少于|办结/;
const EFFORT = /推进|推动|加快|启动|谋划|探索|研究|争取|力争|继续|持续|逐步|做好前期|开工/;

/** 完成 → 推进: the commitment was bound to a result, the new words only to an effort. */
export const isWeaker = (commitment: string, restated: string): boolean =>
  RESULT.test(commitment) && !RESULT.test(restated) && EFFORT.test(restated);
