/** What is only said around the matter; it stands in every commitment. */
const AROUND = new RegExp(
  [
    '进一步|全面|深入|持续|积极|切实|扎实|大力|着力|努力|不断|稳步|有序|有效|认真|严格|及时|充分|继续|加快|加强|加大|推进|推动|开展|实施|落实|做好|抓好|完善|健全|强化|提升|提高|促进|确保|力争|争取|完成|建成|竣工|投用|投入使用|并|建立|组织|工作|力度|水平|能力|机制|制度|建设|管理|服务|发展|已经?|正在|年底前|年内|月底前|[一二三四五六七八九十]是',
    '[\\d０-９.]+(?:年|月|日|季度)?[底末]?前?',
  ].join('|'),
  'g',
);
const NO_WORD = /[^\p{Script=Han}A-Za-z]+/gu;

/** Pairs of neighbouring characters of what a text is about. */
export type Matter = ReadonlySet<string>;

export function matterOf(text: string): Matter {
  const pairs = new Set<string>();
  for (const stretch of text.replace(AROUND, ' ').split(NO_WORD))
    for (let at = 1; at < stretch.length; at++) pairs.add(stretch.slice(at - 1, at + 1));
  return pairs;
}

/** How much each pair tells: the fewer of all texts have it, the more. */
export type Weights = ReadonlyMap<string, number>;

export function weightsOf(all: readonly Matter[]): Weights {
  const texts = new Map<string, number>();
  for (const matter of all) for (const pair of matter) texts.set(pair, (texts.get(pair) ?? 0) + 1);
  return new Map([...texts].map(([pair, count]) => [pair, Math.log(1 + all.length / count)]));
}

/** More of the account may be about other things than of the commitment. */
const OF_COMMITMENT = 0.7;
/** Fewer pairs in common than this say nothing, unless the commitment has no more. */
const FEWEST_SHARED = 3;

/** How like two texts are in what they are about: from 0 to 1. */
export function likeness(commitment: Matter, statement: Matter, weights: Weights): number {
  const shared = [...commitment].filter((pair) => statement.has(pair));
  if (shared.length < Math.min(FEWEST_SHARED, commitment.size)) return 0;
  const [own, other] = [weightOf(commitment, weights), weightOf(statement, weights)];
  if (own === 0 || other === 0) return 0;
  const common = weightOf(shared, weights);
  return OF_COMMITMENT * (common / own) + (1 - OF_COMMITMENT) * (common / other);
}

function weightOf(pairs: Iterable<string>, weights: Weights): number {
  let total = 0;
  for (const pair of pairs) total += weights.get(pair) ?? 0;
  return total;
}
