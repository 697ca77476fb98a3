import { isShown } from '#documents/content-type/content-types';

interface Sent {
  fileName: string;
  mediaType: string;
  size: number;
}

/**
 * Headers of a file that somebody uploaded: it never runs as a page of ours, and no proxy keeps it. `inline` shows the few
 * types that a browser shows by itself. A PDF is not put into the sandbox, where browsers refuse to show it; it has no scripts of ours.
 */
export function fileHeaders({ fileName, mediaType, size }: Sent, inline: boolean): Record<string, string> {
  const shown = inline && isShown(mediaType);
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'";
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'content-security-policy': shown && mediaType === 'application/pdf' ? policy : `${policy}; sandbox`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
