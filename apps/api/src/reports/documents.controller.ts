import { Controller, Get, HttpStatus, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { DocumentsService } from '#reports/documents.service';
import { ImportResult } from '#reports/report.view';
import { checked } from '../checked';
import { fileHeaders } from '../file-headers';
import { readUpload } from '../upload';
import { ImportFields } from './import-fields.dto';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  /** Imports a report file. 201 when it is new, 200 when the same bytes were imported before. */
  @Post()
  @May('report.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        unitId: { type: 'string', format: 'uuid' },
        receivedOn: { type: 'string', format: 'date' },
      },
    },
  })
  @ApiCreatedResponse({ type: ImportResult })
  @ApiOkResponse({ type: ImportResult })
  async importDocument(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportResult> {
    const { fields, ...file } = await readUpload(request);
    const result = await this.documents.import(me, { ...file, ...checked(ImportFields, fields) });
    reply.status(result.alreadyImported ? HttpStatus.OK : HttpStatus.CREATED);
    return result;
  }

  /** The file as it came in, byte for byte. */
  @Get(':id/original')
  @May('report.read')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async originalDocument(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, ...file } = await this.documents.original(me, id);
    // An attachment of unknown type is never shown by the browser, whatever it contains; the desk reads its bytes.
    await reply.headers(fileHeaders({ ...file, mediaType: 'application/octet-stream' }, false)).send(content);
  }
}
