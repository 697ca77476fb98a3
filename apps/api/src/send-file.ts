import type { Readable } from 'node:stream';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** A route that answers with a file. */
export const FileAnswer = () =>
  ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } });

/** Sends a file to be kept, as it is made; a browser never shows it in the page. */
export async function sendFile(
  reply: FastifyReply,
  { fileName, mediaType, content }: { fileName: string; mediaType: string; content: Readable },
): Promise<void> {
  await reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .send(content);
}
