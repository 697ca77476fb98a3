import { diffArrays } from 'diff';
import { useMemo } from 'react';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string) => Array.from(WORDS.segment(text), ({ segment }) => segment);

/** The words of a text; what the other text does not have is struck through (`was`) or underlined (`is`). */
export function WordDiff({ former, next, side }: { former: string; next: string; side: 'was' | 'is' }) {
  const parts = useMemo(() => diffArrays(wordsOf(former), wordsOf(next)), [former, next]);
  return (
    <span>
      {parts.map(({ added, removed, value }, index) => {
        const words = value.join('');
        if (side === 'was') return added ? null : removed ? <del key={index}>{words}</del> : words;
        return removed ? null : added ? <ins key={index}>{words}</ins> : words;
      })}
    </span>
  );
}
