import type { Readable } from 'node:stream';

/** The forms of a file of lists, with the media type of each. */
export const LIST_MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type ListFormat = keyof typeof LIST_MEDIA;
export const LIST_FORMATS = Object.keys(LIST_MEDIA) as ListFormat[];

export interface ListFile {
  fileName: string;
  mediaType: string;
  content: Readable;
}
