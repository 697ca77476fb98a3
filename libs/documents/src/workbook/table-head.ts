/** The words that column heads are put together of: 具体 措施, 责任 单位, 完成 时限. */
const OF =
  '工作|重点|具体|主要|整改|推进|落实|年度|季度|全年|本月|本季度|目标|任务|问题|项目|措施|责任|牵头|配合|协办|主办|承办|完成|存在|突出|反馈|分管|挂点|包联|填报|计划|实际|预计|下一步|下步|指标|单位|部门|事项|进展|原因|所属|所在|来源|办理|联系|发现|销号|立项|开工|竣工|投资|建设';
const WHAT =
  '内容|任务|事项|措施|举措|目标|情况|进度|进展|问题|原因|指标|打算|清单|项目|工作|类别|类型|领域|人员|领导|要求|标准|规模|金额|数量|地点|依据|来源';
/** Words that hardly stand alone between commas anywhere but in the head of a table. */
const SURELY =
  '序号|编号|序|备注|姓名|职务|职称|性别|电话|手机|邮箱|登录名|(?:单位|部门|科室|责任人|负责人|联系人|时限|期限|时间|日期|节点|名称|电话|方式)';
const HEAD = new RegExp(`^(?:${OF})*(?:${WHAT}|${SURELY})$`);
const SURE = new RegExp(`^(?:${OF})*(?:${SURELY})$`);
const LONGEST = 20;

const wordsOf = (cell: string): string => cell.replace(/[\s　*＊]|[（(].*[）)]$/g, '');

/** Whether a row names the columns of a table in words that official tables use: one that is sure, and another. */
export function namesColumns(cells: readonly string[]): boolean {
  const words = cells.map(wordsOf).filter((cell) => cell !== '' && cell.length <= LONGEST);
  return words.some((cell) => SURE.test(cell)) && words.filter((cell) => HEAD.test(cell)).length >= 2;
}

/** Whether a row may be the head of a table at all: several short names, no number, no sentence, none twice. */
export function mayBeHead(cells: readonly string[]): boolean {
  const words = cells.map(wordsOf).filter((cell) => cell !== '');
  return (
    words.length >= 2 &&
    new Set(words).size === words.length &&
    words.every((cell) => cell.length <= LONGEST && !/[。；;！？]|^[\d.,%％-]+$|^\d{4}[年./-]/.test(cell))
  );
}
