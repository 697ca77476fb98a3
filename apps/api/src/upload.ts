import type {} from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#platform/domain-error';

/** One uploaded file with the form fields beside it. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
  fields: Record<string, string>;
}

/** A route that takes a form with one file and nothing beside it. */
export const UploadBody = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    }),
  );

/** Reads a form with exactly one file. Throws when there is none, or when it is larger than the server takes. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  let file: { fileName: string; bytes: Buffer } | undefined;
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { fileName: part.filename ?? '未命名文件', bytes: await part.toBuffer() };
    else fields[part.fieldname] = String(part.value);
  }
  if (!file) throw new DomainError('invalid', 'document.missing', '没有收到文件，请选择要上传的文件。');
  return { ...file, fields };
}

/** The one file of a form, read as it comes in. Throws when there is none; its reader throws when it is larger than `maxBytes`. */
export async function openUpload(
  request: FastifyRequest,
  maxBytes: number,
): Promise<{ fileName: string; stream: AsyncIterable<Uint8Array> }> {
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } });
  if (!part) throw new DomainError('invalid', 'document.missing', '没有收到文件，请选择要上传的文件。');
  const { file, filename = '未命名文件' } = part;
  async function* whole() {
    try {
      yield* file;
    } catch (error) {
      if (!request.raw.readableAborted) throw error;
      throw new DomainError('invalid', 'upload.broken-off', '上传中断，没有保存。请重新上传。');
    }
    if (!file.truncated) return;
    const message = `“${filename}”超过 ${maxBytes >> 20} MB，没有保存。请压缩或拆分后重试。`;
    throw new DomainError('too-large', 'upload.too-large', message);
  }
  return { fileName: filename, stream: whole() };
}
