import type { AttachmentView } from '../../api/generated';
import { t } from '../../language/t';

/** What the server lets a browser show as a picture; an SVG is never among them. */
export const isPicture = ({ shown, mediaType }: AttachmentView): boolean => shown && mediaType.startsWith('image/');

export const sizeWords = (bytes: number): string =>
  bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;

/** PDF, DOCX: by the name, which the server made agree with the content. */
export const typeWord = (fileName: string): string => /\.(\w{1,5})$/.exec(fileName)?.[1].toUpperCase() ?? t`文件`;
