import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { OrganisationImportService } from '#organisation/import/organisation-import.service';
import { OrganisationImport } from '#organisation/import/organisation-import.view';
import { organisationTemplate } from '#organisation/import/organisation-template';
import { checked } from '../checked';
import { readUpload } from '../upload';
import { ImportMode } from './import-mode.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('organisation')
@Controller('organisation/imports')
export class OrganisationImportsController {
  constructor(private readonly imports: OrganisationImportService) {}

  /** Units and people from an .xlsx or .csv file: what would change, or the change itself. */
  @Post()
  @HttpCode(200)
  @May('organisation.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'mode'],
      properties: {
        file: { type: 'string', format: 'binary' },
        mode: { type: 'string', enum: ['preview', 'apply'] },
      },
    },
  })
  async importOrganisation(@Me() me: Actor, @Req() request: FastifyRequest): Promise<OrganisationImport> {
    const { bytes, fields } = await readUpload(request);
    const { mode } = checked(ImportMode, fields);
    return this.imports[mode](me, bytes);
  }

  /** The empty file to fill in. */
  @Get('template')
  @May('organisation.manage')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async organisationTemplate(@Res() reply: FastifyReply): Promise<void> {
    const fileName = encodeURIComponent('组织机构表模板.xlsx');
    await reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
      .send(await organisationTemplate());
  }
}
