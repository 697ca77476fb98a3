/** A line of furniture is short. */
const LONGEST = 160;
/** Lines that pages set around an article: where it stands, when and by whom it was put there, tools, links, the owner of the site. */
const FURNITURE: readonly RegExp[] = [
  /^(?:您(?:现在|当前)?(?:的位置|所在)|当前(?:位置|栏目)|现在的位置|位置[：:])/,
  /^首页[\s　]*[>›»＞/]/,
  /^(?:信息)?(?:发布|发文|更新|录入|成文|生成|时间|日期|来源|稿源|作者|编辑|责编|责任编辑|审核|点击|浏览|阅读|访问|字体|字号|文号|索引号|信息来源|内容来源|文章来源)(?:时间|日期|数量?|次数|量|机构|人|大小)?[\s　]*[：:]/,
  /^(?:上一?篇|下一?篇|上一?条|下一?条|相关(?:链接|文章|新闻|阅读|附件|信息)|分享到?|扫一扫|收藏)(?:[：:\s　]|$)/,
  /^(?:主办|承办|主管|协办|技术支持|版权所有|网站标识码|联系我们|网站地图|Copyright|©)/i,
  /ICP备|公网安备|网站标识码/,
];
/** 【打印本页】【关闭窗口】, 字体：[大 中 小] */
const TOOLS =
  /^(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|分享到?|返回(?:顶部|首页|列表)?|我要纠错|纠错|字体|字号|大|中|小|微信|微博|QQ空间|无障碍|繁体|简体|导出|下载)$/;

/** Whether a line belongs to the page and not to the article on it. */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false;
  return FURNITURE.some((pattern) => pattern.test(text)) || isTools(text);
}

function isTools(text: string): boolean {
  const words = text.split(/[\s　|｜【】[\]（）()：:·\-/]+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => TOOLS.test(word));
}
