import { CharacterSet, withoutSpaces } from '#language/character-set';

/** What a report says around its items: greetings, introductions, guiding thought, thanks and appeals. None of it is an item. */

const GREETING =
  /^(?:以上(?:述职|报告|汇报)，请.{0,24}|各位(?:代表|委员|领导|同志|同仁)|同志们|尊敬的.{0,20}|大家好|以上(?:报告|汇报|是).{0,30}|特此(?:报告|汇报)(?:.{0,4}|[，,]请.{2,12})|请(?:予)?(?:审议|审阅|批评指正).{0,10}|谢谢.{0,6}|专此报告.?)[！!，,：:。]*$/;
const APPEAL =
  /让我们|更加紧密地?团结在|而(?:努力|不懈)?(?:奋斗|努力奋斗)|(?:奋力|努力)谱写.{0,40}(?:篇章|华章)|不忘初心、?牢记使命.{0,20}(?:砥砺前行|接续奋斗)|实干(?:托举|铸就)|使命重在担当|决不辜负|登高望远|谢谢大家|衷心的?感谢|崇高的?敬意|敬请.{0,8}批评/;
/** 任务已经明确，关键在于落实。 打铁还需自身硬。 */
const CALLS =
  /^(?:[^，。]{2,10}(?:已经?(?:明确|绘就|确定)|催人奋进)|打铁(?:还需|必须)|[^，。]{0,16}[，,]关键在(?:于)?(?:落实|实干))/;
/** 主任、各位副主任、各位委员， opens what is said to the listeners. */
const ADDRESS = /^(?:主任|各位[^，。！]{1,8}|同志们|尊敬的[^，。]{1,12})[、，！：]/;
/** A closing vow: 新的一年，我们将以更加饱满的热情…作出新的更大贡献！ */
const CALL =
  /^(?:同志们|各位[^，]{1,6}|新的一年|站在新的起点|展望未来|我们将|我们要|我局将|我[们委区市县]|下一步)[^。]{0,20}(?:以更加|将继续|坚信|一定|将以)|[！!]$/;
const VOW =
  /以更(?:加|大)的?[^，。]{0,10}(?:热情|态度|作风|姿态|斗志|决心|信心|干劲|力度)|以[^，。]{2,14}的(?:精神状态|精神|姿态|作风|决心|热情|干劲|担当)[，,]|时代答卷|(?:作出|做出|贡献)[^，。]{0,10}(?:贡献|力量)[。！!]?$|新局面|新篇章|新征程|新辉煌|更上新?台阶[！!]$/;
const GUIDANCE =
  /^为(?:深入|认真|全面|进一步|切实|扎实|加快|有效|规范|加强|做好|推进|贯彻|落实|确保)[^。]{6,}?(?:(?:特|现)?制定(?:本|如下|以下|此|了?《|[^，。]{0,8}(?:方案|要点|计划|意见|清单|措施))|(?:现|特)?提出(?:如下|以下)|现(?:将|就)[^。]{0,40})[^。]{0,24}[。：]|^(?:全面)?做好[^。，]{2,12}工作[，,](?:必须|要)(?:坚持|突出|把握)|^(?:做好|完成|实现)[^。]{2,16}(?:要|必须|需要)[^。]{0,8}(?:把握|坚持|遵循|处理好)[^。]{0,10}(?:几点|以下|原则|关系)|^[^，。]{0,12}对[^，。]{2,14}(?:提出|有)了?(?:新的|更高)[^。]{0,14}。|^(?:[^，。：]{0,24}(?:的)?)?(?:总体要求|指导思想|总要求|总体思路|总体目标|基本思路|主要目标|奋斗目标|工作思路)(?:是|为|：|:)|以.{2,40}为指导[，、]|高举.{2,24}旗帜/;
const ANALYSIS =
  /^(?:综合分析|需要说明的是|必须看到|当前[，,].{0,30}形势|从.{1,12}(?:看|来看)[，,]|面对.{2,30}形势|.{0,12}是.{0,30}(?:之年|关键一年|关键时期|攻坚期|开局|一年)|今年(?:是|将(?:召开|迎来))|[^。]{4,50}，?(?:是|事关)[^，。]{2,20}的(?:保证|关键|根本|前提|基础|保障|要求|大事)。?$|.{0,14}预期目标[，,]符合)/;
const COUNTED =
  '(?:以下|如下|下列|(?:[一二三四五六七八九十两几]{1,3}|\\d{1,2})(?=个|大|方面|项|点|件|条|场|篇|道|张|块|类|[“”]|篇))';
const INTRODUCTION = new RegExp(
  `(?:抓好|打好|做好|做到|开展|推进|完成|突出|把握好|围绕|聚焦|从|实现|落实|采取|在|实施|办好|有)[^。；]{0,8}${COUNTED}[^。；]{0,14}(?:方面|工作|任务|重点|举措|措施|聚焦|行动|工程|关键|环节|点|项|件|条|个字|硬仗|战役|攻坚战)[^。；，]{0,8}[。：:；]?$`,
);

export function isGreeting(text: string): boolean {
  return text.length < 60 && GREETING.test(text);
}

/** What a longer line that closes a paper begins with. */
const FIRST_OF_SIGN_OFF = new CharacterSet('注说备联填报发抄主分欢（([［【〔0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');

/** The lines that close a paper: 特此报告, the sender's name, the date, attachments. */
export function isSignOff(text: string): boolean {
  if (text.length > 40 && !FIRST_OF_SIGN_OFF.at(text, 0)) return false;
  if (text.length < 200 && /^(?:注|说明|备注|联系方式|联系电话|联系人|填表人|填报单位)[：:]/.test(text)) return true;
  if (/^[\[［【〔(（]?[\d①-⑳]{1,2}[\]］】〕)）]\s*[^，。：:]{2,24}[：:]?(?:是指|指的?是?)[：:]?/.test(text))
    return true;
  if (text.length < 80 && /^[（(]?(?:联系人|联系电话|联系方式)/.test(text)) return true;
  if (text.length < 80 && /^(?:报|发|抄送|抄报|主送|分送)[：:]/.test(text)) return true;
  if (/^20\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}$/.test(text)) return true;
  if (/^欢迎(?:广大|社会|各)/.test(text)) return true;
  if (text.length > 40 || /[，；]/.test(text)) return false;
  const words = withoutSpaces(text).replace(/^[（(](.*)[）)]$/, '$1');
  return (
    /^(?:我的|以上)?(?:汇报|报告|发言|述职)(?:完毕|完了|到此结束)/.test(words) ||
    /^(?:特此|专此|此致|敬礼|附件?[：:1-9]|附表|联系人|（?联系电话|抄送|（?此件)/.test(words) ||
    /(?:^|局|委员?会?|政府|公室|组|委|部|公司|中心|校|院|处)(?:二〇|20\d\d年)[^。]{2,12}日$/.test(words) ||
    /^[^。：:]{3,30}(?:局|委员会|人民政府|政府|办公室|党组|党委|支部|公司|中心|学校|学院|大学|医院|街道|办事处|委|部|厅|院)$/.test(
      words,
    )
  );
}

/** Thanks, closing appeals and wishes. */
export function isAppeal(text: string): boolean {
  if (text.length >= 600) return false;
  if (text.length < 160 && CALLS.test(text)) return true;
  if (ADDRESS.test(text) && /自觉接受|虚心接受/.test(text) && text.length < 120) return true;
  return (
    (APPEAL.test(text) && !/^.{0,40}[：:]$/.test(text)) || (text.length < 200 && CALL.test(text) && VOW.test(text))
  );
}

/** 提高政治站位, 各部门要切实增强责任感和紧迫感: asks for an attitude, not for a work. */
const EXHORTATION =
  /^(?:提高(?:政治|思想)?(?:站位|认识)|统一思想|(?:提高|统一|深化)思想认识|充分认识)|^(?:各|全)[^。：]{1,40}?(?:要|应)[^，。]{0,8}(?:增强|提高|统一|充分认识)[^。]{0,24}(?:责任感|紧迫感|认识|站位|思想|意义)/;

export function isExhortation(text: string): boolean {
  const words = text.replace(/^[^。：]{2,14}[。：](?=各)/, '');
  return text.length < 120 && !/\d/.test(words) && (EXHORTATION.test(text) || EXHORTATION.test(words));
}

/** 无牵头单位的，责任单位即为牵头单位: how to read the list, no task of it. */
export function isRule(text: string): boolean {
  return (
    text.length < 120 &&
    /^本(?:方案|办法|通知|意见|规定|清单)自.{0,12}(?:施行|执行|实施)|^对[^。]{2,40}[，,](?:将)?(?:严肃|依[法规纪])[^。]*(?:处理|问责|追究|处罚|责任)[^。]*。?$|^(?:同时|此外)?[，,]?(?:建议|恳请|希望)(?:上级|国家|[省市县区])[^，。]{0,12}(?:加大|给予|支持|协调|尽快|帮助|统筹)|无(?:牵头|责任|配合)单位的|(?:列|排)(?:在)?(?:第一位|首位|第一)的(?:单位)?(?:即)?为|未尽事宜/.test(
      text,
    )
  );
}

/** 总体要求是… and other guiding thought; analysis of the situation. */
export function isGuidance(text: string): boolean {
  const head = text.length > 140 ? text.slice(0, 140) : text;
  return GUIDANCE.test(head) || ANALYSIS.test(head);
}

/** A sentence that only announces what follows: 重点抓好以下五个方面工作：. */
export function isIntroduction(text: string): boolean {
  if (text.length > 260) return false;
  if (/[：:]$/.test(text)) return true;
  return text.length < 200 && INTRODUCTION.test(text.slice(-46));
}

/** A closing sentence that speaks of someone in general or of certainty instead of an action. */
export function isMoral(sentence: string): boolean {
  return /人人有责|必将|必定|定能|一定能够|一定会|我们(?:坚信|相信)|只有.{2,20}才能|^(?:各(?:级|有关|相关)|全社会|全(?:市|县|区|省)上下|广大)[^，]{0,24}(?:都要|要|不懈)/.test(
    sentence,
  );
}
