import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#organisation/actor';
import { EvenBeforePasswordChange, Me as Myself, Public, type SignedInRequest } from '#organisation/http/decorators';
import { SESSION_COOKIE } from '#organisation/http/session.guard';
import { ChangePassword, SignIn } from '#organisation/session.dto';
import { Me } from '#organisation/session.view';
import { SessionsService } from '#organisation/sessions.service';
import { DomainError } from '#platform/domain-error';
import { Settings } from '#platform/settings';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly settings: Settings,
  ) {}

  @Get()
  @EvenBeforePasswordChange()
  getSession(@Myself() me: Actor): Promise<Me> {
    return this.sessions.me(me);
  }

  @Post()
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() ask: SignIn,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const userAgent = request.headers['user-agent']?.slice(0, 300) ?? null;
    const token = await this.sessions.signIn(ask, { address: request.ip, userAgent });
    const secure = this.settings.publicUrl?.startsWith('https:') ?? false;
    void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
    const actor = await this.sessions.actor(token);
    if (!actor) throw new DomainError('unauthenticated', 'session.none', '登录没有成功，请重试。');
    return this.sessions.me(actor);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  async signOut(@Req() request: SignedInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) await this.sessions.signOut(token);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Post('password')
  @HttpCode(200)
  @EvenBeforePasswordChange()
  async changePassword(@Myself() me: Actor, @Body() ask: ChangePassword, @Req() request: SignedInRequest): Promise<Me> {
    return this.sessions.me(await this.sessions.changePassword(me, request.cookies[SESSION_COOKIE] ?? '', ask));
  }
}
