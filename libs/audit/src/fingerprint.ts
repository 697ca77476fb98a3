/** Characters of a fingerprint that a person writes down: 80 bits, too many to be met by chance or by search. */
const SHOWN = 20;

export const FINGERPRINT = /^\s*[0-9a-f]{4}(-?[0-9a-f]{4}){4}\s*$/i;

/** 1a2b-3c4d-5e6f-7a8b-9c0d */
export const shownFingerprint = (whole: string): string => (whole.slice(0, SHOWN).match(/.{4}/g) ?? []).join('-');

/** What was written down, as the beginning of a whole fingerprint. */
export const readFingerprint = (written: string): string => written.trim().replaceAll('-', '').toLowerCase();
