import type { RequestView } from '../../api/generated';

const isGranted = ({ kind, decision }: RequestView) => kind === 'extension' && decision === 'granted';

/** The extensions that were granted, in the order in which they moved the deadline. */
export const extensionsOf = (requests: readonly RequestView[]): RequestView[] =>
  requests.filter(isGranted).toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1));

/** What the history of the deadline does not tell: what waits, what was refused, and what asks for something else. */
export const otherRequests = (requests: readonly RequestView[]): RequestView[] =>
  requests.filter((request) => !isGranted(request));
