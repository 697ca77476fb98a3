import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { LedgerImportService } from '#tasks/ledger-import/ledger-import.service';
import { LedgerRecords } from '#tasks/ledger-import/ledger-records.service';
import { ledgerTemplate } from '#tasks/ledger-import/ledger-template';
import { ConfirmLedger, LedgerHead, LedgerSettings } from '#tasks/ledger-import/ledger.dto';
import { LedgerFile, LedgerImported, LedgerImportView, LedgerPreview } from '#tasks/ledger-import/ledger.view';
import { checked } from '../checked';
import { readUpload } from '../upload';
import { settingsBeside } from './ledger-settings';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const form = (...settings: [string, object][]) => ({
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: BINARY.schema, ...Object.fromEntries(settings) },
  },
});
/** The settings travel as a JSON text in a field of the form. */
const settings = (of: Type): [string, object] => ['settings', { $ref: getSchemaPath(of) }];

@ApiTags('tasks')
@ApiExtraModels(LedgerSettings, ConfirmLedger)
@Controller('ledger-imports')
export class LedgerImportsController {
  constructor(
    private readonly imports: LedgerImportService,
    private readonly records: LedgerRecords,
  ) {}

  /** The newest imports. */
  @Get()
  @May('task.assign')
  listLedgerImports(@Me() me: Actor): Promise<LedgerImportView[]> {
    return this.records.list(me);
  }

  /** The tables of an .xlsx, .xls or .csv file and what their columns seem to say. Stores nothing. */
  @Post('read')
  @HttpCode(200)
  @May('task.assign')
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(['headRow', { type: 'integer' }]))
  async readLedger(@Me() me: Actor, @Req() request: FastifyRequest): Promise<LedgerFile> {
    const { fields, ...file } = await readUpload(request);
    return this.imports.read(me, file, checked(LedgerHead, fields));
  }

  /** What every row would become. Stores nothing. */
  @Post('preview')
  @HttpCode(200)
  @May('task.assign')
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(settings(LedgerSettings)))
  async previewLedger(@Me() me: Actor, @Req() request: FastifyRequest): Promise<LedgerPreview> {
    const { fields, ...file } = await readUpload(request);
    return this.imports.preview(me, file, settingsBeside(LedgerSettings, fields));
  }

  /** Stores the ledger: all of it, or nothing. */
  @Post()
  @HttpCode(200)
  @May('task.assign')
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(settings(ConfirmLedger)))
  async confirmLedger(@Me() me: Actor, @Req() request: FastifyRequest): Promise<LedgerImported> {
    const { fields, ...file } = await readUpload(request);
    return this.imports.confirm(me, file, settingsBeside(ConfirmLedger, fields));
  }

  /** The empty ledger to fill in. */
  @Get('template')
  @May('task.assign')
  @ApiOkResponse({ content: { [XLSX]: BINARY } })
  async ledgerTemplate(@Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, XLSX, '工作台账模板.xlsx', await ledgerTemplate());
  }

  /** The file as it came in, byte for byte. */
  @Get(':id/original')
  @May('task.read')
  @ApiOkResponse({ content: { 'application/octet-stream': BINARY } })
  async originalLedger(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, content } = await this.records.original(me, id);
    await sendFile(reply, 'application/octet-stream', fileName, content);
  }

  /** Takes the whole import back as long as nothing of it has moved. */
  @Post(':id/undo')
  @HttpCode(200)
  @May('task.assign')
  undoLedgerImport(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LedgerImportView> {
    return this.records.undo(me, id);
  }
}

/** An attachment is never shown by the browser, whatever it contains. */
function sendFile(reply: FastifyReply, type: string, fileName: string, content: Buffer | Readable) {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .send(content);
}
