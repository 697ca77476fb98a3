import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress, isPrivateHost } from './private-addresses';

const PATIENCE = 10_000;
/** Robots answer with a line. */
const LONGEST_ANSWER = 64 * 1024;

export interface HttpAnswer {
  status: number;
  body: string;
}

/** A message that did not get through, in Chinese. `certain`: it surely did not arrive; else nobody knows. */
export class PostFailure extends Error {
  constructor(
    message: string,
    readonly certain: boolean,
  ) {
    super(message);
  }
}

const PRIVATE = '地址在内网或本机，已拒绝连接。确需使用内网机器人的，请设置 WEBHOOK_ALLOW_PRIVATE=true';

/**
 * Resolves a name for the very connection that is then made: what a name meant a moment ago does not count. One private
 * address among those of a name is enough to refuse it.
 */
const publicOnly: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '');
    if (found.some(({ address }) => isPrivateAddress(address))) return done(new PostFailure(PRIVATE, true), '');
    if (options.all) done(null, found);
    else done(null, found[0].address, found[0].family);
  });

/** Posts JSON to a robot; redirects are not followed. Rejects with PostFailure. */
export function postJson(url: URL, body: string, allowPrivate: boolean, patience = PATIENCE): Promise<HttpAnswer> {
  if (!allowPrivate && isPrivateHost(url)) return Promise.reject(new PostFailure(PRIVATE, true));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
  const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(patience) };
  return new Promise((resolve, reject) => {
    let handedOver = false;
    const fail = (error: Error) => reject(error instanceof PostFailure ? error : failureOf(error, handedOver));
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    const sent = send(url, { ...options, ...(allowPrivate ? {} : { lookup: publicOnly }) }, (answer) => {
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.length;
        pieces.push(piece);
        if (size > LONGEST_ANSWER) answer.destroy(new PostFailure('对方的答复过长，不像是群机器人，请检查地址', false));
      });
      answer.once('error', fail);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
      );
    });
    sent.once('error', fail);
    // Before the connection stands nothing can have arrived.
    sent.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (handedOver = true));
    });
    sent.end(body);
  });
}

const REASONS: Record<string, string> = {
  ENOTFOUND: '找不到这个网址，请检查地址和服务器的域名解析',
  EAI_AGAIN: '域名解析暂时没有结果，请检查服务器的网络',
  ECONNREFUSED: '对方拒绝连接，请检查地址和端口',
  ECONNRESET: '连接被对方中断',
  EHOSTUNREACH: '无法到达对方的网络，请检查服务器的网络',
  ENETUNREACH: '无法到达对方的网络，请检查服务器的网络',
  CERT_HAS_EXPIRED: '对方的证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方的证书不受信任',
  ERR_TLS_CERT_ALTNAME_INVALID: '对方的证书与网址不符',
};

function failureOf(error: Error & { code?: string }, handedOver: boolean): PostFailure {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return new PostFailure('对方很久没有答复', !handedOver);
  }
  return new PostFailure(REASONS[error.code ?? ''] ?? `连接失败（${error.code ?? error.message}）`, !handedOver);
}
