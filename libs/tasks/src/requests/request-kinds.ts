import type { MoveName } from '../task-status';
import type { RequestKind } from './task-request.entity';

/** Which move asks for it, and which one is made when it is granted; a granted extension moves the deadline only. */
export const REQUESTS = {
  extension: { ask: 'ask-extension', grant: null, label: '延期' },
  suspension: { ask: 'ask-suspension', grant: 'suspend', label: '中止' },
  drop: { ask: 'ask-drop', grant: 'drop', label: '撤销' },
} as const satisfies Record<RequestKind, { ask: MoveName; grant: MoveName | null; label: string }>;

/** What settles the matter without a decision about the request: it is then overtaken. */
export const SETTLING: ReadonlySet<string> = new Set<MoveName>(['assign', 're-date', 'suspend', 'drop']);
