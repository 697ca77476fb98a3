/** A paragraph with its automatic number. 一、 and （一） stand close to the text; 1. is set off, so that 1. and 2026年 do not run together. */
export function withLabel(label: string, words: string): string {
  return /[、）)》】]$/.test(label) ? label + words.trimStart() : `${label} ${words.trimStart()}`;
}

/**
 * The mark of a bullet list as text. Characters that only a symbol font draws (the private use area, or a letter set in Wingdings)
 * become •; what is a mark by itself (◆, —, □) stays.
 */
export function bulletLabel(mark: string): string {
  const text = mark.trim();
  if (text === '') return '';
  return /^[\p{P}\p{S}]+$/u.test(text) && !/[\u0000-\u002c\u002e-\u00b6\u00b8-\u00ff]/.test(text) ? text : '•';
}
