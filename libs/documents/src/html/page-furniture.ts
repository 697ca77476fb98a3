/** A line of furniture is short. */
const LONGEST = 160;
/** Lines that pages set around an article: where it stands, when and by whom it was put there, tools, links, licences. */
const FURNITURE: readonly RegExp[] = [
  /^(?:您(?:现在|当前)?(?:的位置|所在)|当前(?:位置|栏目)|现在的位置|位置[：:])/,
  /^首页[\s　]*[>›»＞/]/,
  /^(?:信息|内容|文章)?(?:发布|发文|更新|录入|生成|来源|稿源|作者|责编|责任编辑|点击|浏览|阅读|访问|字体|字号|索引号)(?:时间|日期|数量?|次数|量|机构|人|大小)?[\s　]*[：:]/,
  // 时间：6月30日 in an announcement is said by the article.
  /^(?:时间|日期)[\s　]*[：:][\s　]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[\s　]*(?:\d{1,2}:\d\d|来源|作者|浏览|字[体号]).*)?$/,
  /^(?:上一?篇|下一?篇|上一?条|下一?条|相关(?:链接|文章|新闻|阅读|附件|信息)|分享到?|扫一扫|收藏)(?:[：:\s　]|$)/,
  /^(?:技术支持|版权所有|网站标识码|联系我们|网站地图|Copyright|©)/i,
  /ICP备|公网安备|网站标识码/,
];
/** Who keeps the site. In an article the same words say who does something. */
const OWNER = /^(?:主办|承办|主管|协办)(?:单位|方)?[\s　]*[：:]/;
/** 【打印本页】【关闭窗口】, 字体：[大 中 小] */
const TOOLS =
  /^(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏(?:本页)?|分享到?|返回(?:顶部|首页|列表)?|我要纠错|纠错|字体|字号|大|中|小|微信|微博|QQ空间|无障碍|繁体|简体|导出|下载)$/;

/** Whether a line belongs to the page and not to the article on it. */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false;
  return FURNITURE.some((pattern) => pattern.test(text)) || isTools(text);
}

/** Whether a line at the foot of a page says who keeps it. */
export function isOwner(text: string): boolean {
  return text.length <= LONGEST && OWNER.test(text);
}

function isTools(text: string): boolean {
  const words = text.split(/[\s　|｜【】[\]（）()：:·\-/]+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => TOOLS.test(word));
}
