import { DomainError } from '#platform/domain-error';
import type { Composition, SectionKey } from './composition';
import { shownSections, type Edits, type SentenceEdit } from './shown';

/** The edits after a step of the writer, with the words before and after for the history. */
export interface SentenceChange {
  edits: Edits;
  from: string | null;
  to: string | null;
}

/** Other words for a sentence, or its own again (text null); hidden or shown. Throws summary.sentence. */
export function edited(
  composition: Pick<Composition, 'sections'>,
  edits: Edits,
  { key, text, hidden }: { key: string; text?: string | null; hidden?: boolean },
): SentenceChange {
  const sentence = shownSections(composition, edits)
    .flatMap(({ sentences }) => sentences)
    .find((one) => one.key === key);
  if (!sentence) {
    throw new DomainError('unknown', 'summary.sentence', '报告里没有这句话了，请刷新后再修改。');
  }
  const before = edits.sentences[key] ?? {};
  const shownBefore = before.hidden ? null : sentence.text;
  const next: SentenceEdit = { ...before };
  if (hidden !== undefined) {
    if (hidden) next.hidden = true;
    else delete next.hidden;
  }
  if (sentence.own) {
    const own = edits.own.map((one) => (one.key === key && text ? { ...one, text } : one));
    return {
      edits: { ...withSentence(edits, key, next), own },
      from: shownBefore,
      to: next.hidden ? null : (text ?? sentence.text),
    };
  }
  const source = sentence.composed ?? sentence.text;
  if (text === null || text === source) {
    delete next.text;
    delete next.source;
  } else if (text !== undefined) {
    Object.assign(next, { text, source });
  }
  return { edits: withSentence(edits, key, next), from: shownBefore, to: next.hidden ? null : (next.text ?? source) };
}

function withSentence(edits: Edits, key: string, edit: SentenceEdit): Edits {
  const { [key]: _, ...others } = edits.sentences;
  return { ...edits, sentences: Object.keys(edit).length > 0 ? { ...others, [key]: edit } : others };
}

/** Another order of a section's sentences. Throws summary.order. */
export function ordered(
  composition: Pick<Composition, 'sections'>,
  edits: Edits,
  { section, keys }: { section: SectionKey; keys: readonly string[] },
): SentenceChange {
  const present = shownSections(composition, edits).find(({ key }) => key === section)?.sentences ?? [];
  const named = new Set(keys);
  if (named.size !== keys.length || present.length !== keys.length || !present.every(({ key }) => named.has(key))) {
    throw new DomainError('invalid', 'summary.order', '排序里的句子与报告这一部分不一致，请刷新后重新排序。');
  }
  return { edits: { ...edits, order: { ...edits.order, [section]: [...keys] } }, from: null, to: null };
}
