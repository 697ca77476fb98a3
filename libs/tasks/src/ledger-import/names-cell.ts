import { splitNames } from '#language/responsibility';

export interface NamedUnit {
  name: string;
  supports: boolean;
}

const SUPPORTS = /(?:共同|积极)?(?:配合|协办|协助|参与)(?:单位|部门)?$/;
const LEADS = /(?:负责)?(?:牵头|主办|主责|负责|承办)(?:单位|部门)?$/;
const LABEL = /^(牵头|主办|主责|责任|承办|配合|协办|协助|参与)(?:单位|部门)?[：:]/;
/** （牵头） behind a name. */
const IN_BRACKETS = /[（(](牵头|主办|主责|责任|配合|协办|协助|参与)(?:单位|部门)?[）)]/g;
/** Words that name nobody in particular. */
const NOBODY = /^(?:等|无|\/|—|-|相关单位|有关单位|各相关单位|各有关单位|相关部门|有关部门|各单位|各部门|各责任单位)$/;

/**
 * The units in a cell: 区教育局、区住建局牵头，街道配合. A clause with 配合 or a label of it names supporting units.
 */
export function unitsInCell(cell: string): NamedUnit[] {
  const found: NamedUnit[] = [];
  let supports = false;
  // The names before （配合） in the same clause are not supporting.
  const marked = cell.replace(IN_BRACKETS, (_, words: string) => `${words}；`);
  const clauses = marked.split(/[;；,，。\n]/).map((clause) => clause.trim());
  clauses.forEach((clause) => {
    const label = LABEL.exec(clause);
    if (label) supports = SUPPORTS.test(label[1]);
    const own = label ? clause.slice(label[0].length) : clause;
    const helps = SUPPORTS.test(own) || (supports && !LEADS.test(own));
    for (const name of namesIn(own.replace(SUPPORTS, '').replace(LEADS, ''))) found.push({ name, supports: helps });
  });
  return unique(found);
}

function namesIn(list: string): string[] {
  return splitNames(list).filter((name) => !NOBODY.test(name));
}

const unique = (units: NamedUnit[]): NamedUnit[] => [...new Map(units.map((unit) => [unit.name, unit])).values()];

const TITLES =
  /(?:党组|党委|党工委|支部)?(?:副)?(?:书记|主任|局长|区长|县长|市长|镇长|乡长|科长|股长|处长|院长|校长|部长|主席|组长|站长|所长|经理|同志|委员|干部|科员|负责人)$/;

/** The people in a cell, without their titles and telephone numbers: 张  三（办公室主任）13800000000、李四同志. */
export function peopleInCell(cell: string): string[] {
  const plain = cell
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replace(/(?:电话|手机|Tel)?[：:]?\s*[\d-]{7,}/g, ' ')
    .replace(/(?<![一-鿿])([一-鿿])[ \u3000]+([一-鿿])(?![一-鿿])/g, '$1$2');
  const names = plain
    .split(/[、，,；;/\s\u3000]+|及|和/)
    .map((name) => name.replace(/^.*[：:]/, '').trim())
    .map((name) => (name.length > 3 || /同志$/.test(name) ? name.replace(TITLES, '') : name));
  return [...new Set(names.filter((name) => name.length >= 2 && name !== '待定'))];
}
