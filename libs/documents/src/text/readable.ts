/** So many characters tell what a text is like. */
const SAMPLE = 200_000;

/** The characters that make up a tenth and more of any Chinese text; the same in both scripts, then what differs. */
const SHARED =
  '的一是在不有和人中大上以要用生到作地分成可主年同工下子面而方行法所民十三之等部度自二理本合前政四日事平全及月公力化高制安位教育局市重心任管建施提升加改完第五目';
const COMMON = {
  simplified: new Set(
    SHARED + '为这个国时来对会发动过产后学经进当点从业应开与关实现体机们务区报责问题设强单导领组织项济',
  ),
  traditional: new Set(SHARED + '為這個國時來對會發動過產後學經進當點從業應開與關實現體機們務區報責問題單導領組織項濟'),
};

/** The share of characters that a Chinese text is made of; what could not be decoded is counted elsewhere. */
export function readableShare(text: string): number {
  let good = 0;
  let other = 0;
  for (let at = 0; at < text.length && at < SAMPLE; at++) {
    const code = text.charCodeAt(at);
    if (isUsual(code)) good++;
    else if (code !== 0xfffd) other++;
  }
  return good === 0 ? 0 : good / (good + other);
}

/** How many characters beyond ASCII a text begins with, and the share of everyday ones among them. */
export function commonShare(text: string, script: keyof typeof COMMON): { characters: number; common: number } {
  let characters = 0;
  let common = 0;
  for (let at = 0; at < text.length && at < SAMPLE; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    characters++;
    if (COMMON[script].has(text[at])) common++;
  }
  return { characters, common: characters === 0 ? 0 : common / characters };
}

function isUsual(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x20 && code < 0x7f) ||
    (code >= 9 && code <= 13) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xb7 ||
    code === 0xa0 ||
    code === 0x3231 ||
    (code >= 0x2160 && code <= 0x217f) ||
    (code >= 0x25a0 && code <= 0x25ff)
  );
}
