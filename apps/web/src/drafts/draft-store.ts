/** What somebody typed into a form and has not sent yet; kept in the browser of that person. */
export interface Draft {
  at: string;
  fields: Record<string, string>;
}

/** Where drafts lie: `localStorage` in the browser. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'luoshi.draft';
/** After which nobody is offered what was typed, in milliseconds. */
const TOO_OLD = 7 * 24 * 3600 * 1000;

export const draftKey = (personId: string, path: string, form: string) => [PREFIX, personId, path, form].join('|');

// A browser may refuse to keep anything (private window, full disk); then there are simply no drafts.
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

export function keepDraft(key: string, fields: Draft['fields'], now: Date, drawer: Drawer = localStorage): void {
  const written = Object.entries(fields).filter(([, text]) => text.trim() !== '');
  attempt(() =>
    written.length === 0
      ? drawer.removeItem(key)
      : drawer.setItem(key, JSON.stringify({ at: now.toISOString(), fields: Object.fromEntries(written) })),
  );
}

export function findDraft(key: string, now: Date, drawer: Drawer = localStorage): Draft | undefined {
  const kept = attempt(() => drawer.getItem(key));
  const draft = kept ? attempt(() => JSON.parse(kept) as Draft) : undefined;
  if (!draft?.fields || !draft.at) return undefined;
  if (now.getTime() - new Date(draft.at).getTime() <= TOO_OLD) return draft;
  dropDraft(key, drawer);
  return undefined;
}

export function dropDraft(key: string, drawer: Drawer = localStorage): void {
  attempt(() => drawer.removeItem(key));
}

/** Who signs out leaves nothing behind on a computer that others use too. */
export function dropDrafts(personId: string, drawer: Drawer = localStorage): void {
  attempt(() => {
    const keys = Array.from({ length: drawer.length }, (_, index) => drawer.key(index));
    for (const key of keys) if (key?.startsWith(`${PREFIX}|${personId}|`)) drawer.removeItem(key);
  });
}
