/** Of a comment a bell or a mail shows the beginning. */
const BEGINNING = 200;

/** What people wrote, in SQL: with nudge n, or in comment c. A deleted comment is not told any more. */
export const NOTE = `coalesce(n.note, CASE WHEN c.deleted_at IS NULL THEN
  CASE WHEN char_length(c.text) > ${BEGINNING} THEN left(c.text, ${BEGINNING}) || '…' ELSE c.text END END) AS note`;
