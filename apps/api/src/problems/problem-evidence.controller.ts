import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { MoveProblemWithReason } from '#rectification/problem.dto';
import { ProblemEvidenceService } from '#rectification/problem-evidence.service';
import { Attached } from '#tasks/evidence/attachment.view';
import { MAX_ATTACHMENT_BYTES } from '#tasks/evidence/attachments';
import { OpenAttachment } from '#tasks/evidence/evidence.dto';
import { fileHeaders } from '../file-headers';
import { FileAnswer } from '../send-file';
import { openUpload, UploadBody } from '../upload';

@ApiTags('problems')
@Controller('problems/:id/attachments')
export class ProblemEvidenceController {
  constructor(private readonly evidence: ProblemEvidenceService) {}

  /** One file; its content decides whether it is taken. */
  @Post()
  @AnyPerson()
  @UploadBody()
  async attachProblemEvidence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<Attached> {
    const { fileName, stream } = await openUpload(request, MAX_ATTACHMENT_BYTES);
    return this.evidence.attach(me, id, fileName, stream);
  }

  /** The file as it came in, byte for byte; to be saved, or with `inline` to be shown by the browser. */
  @Get(':attachmentId')
  @AnyPerson()
  @FileAnswer()
  async openProblemEvidence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Query() { inline = false }: OpenAttachment,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { attachment, content } = await this.evidence.open(me, id, attachmentId);
    await reply.headers(fileHeaders(attachment, inline)).send(content);
  }

  @Post(':attachmentId/remove')
  @HttpCode(204)
  @AnyPerson()
  detachProblemEvidence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Body() ask: MoveProblemWithReason,
  ): Promise<void> {
    return this.evidence.detach(me, id, attachmentId, ask);
  }
}
