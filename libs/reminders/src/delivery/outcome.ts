import type { MailFailure } from '#platform/mailer';

/** What became of a mail that did not go. */
export interface Outcome {
  status: 'failed' | 'postponed' | 'uncertain';
  /** The address is what was refused, for good. */
  badAddress: boolean;
  /** No answer about this mail: the server could not be reached or does not take anything from us. */
  unheard: boolean;
}

const failed = (badAddress: boolean): Outcome => ({ status: 'failed', badAddress, unheard: false });
const postponed = (unheard: boolean): Outcome => ({ status: 'postponed', badAddress: false, unheard });

/** Replies that are about the address when they carry no enhanced status code (RFC 5321, 4.2.3). */
const ABOUT_ADDRESS: readonly number[] = [501, 513, 550, 551, 553];

/**
 * Whether a mail is tried again. 4xx and a server that was not reached: later. 5xx: never, but for what is about ourselves
 * (sender, sign-in, the session), which somebody can put right. Everything written and no answer: nobody knows.
 */
export function outcomeOf({ code, command, responseCode, response, handedOver }: MailFailure): Outcome {
  const refusedForGood = responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
  if (command === 'RCPT TO') {
    return refusedForGood ? failed(aboutAddress(responseCode, response, true)) : postponed(false);
  }
  if (command === 'DATA')
    return refusedForGood ? failed(aboutAddress(responseCode, response, false)) : postponed(false);
  // Not a valid address at all, or larger than the server takes: nothing was asked of the server.
  if (code === 'EENVELOPE' && command === 'API') return failed(true);
  if (code === 'EMESSAGE') return failed(false);
  if (handedOver && !responseCode) return { status: 'uncertain', badAddress: false, unheard: true };
  return postponed(true);
}

/** Enhanced status codes (RFC 3463): X.1 is about the address, 5.2.1 a mailbox that takes nothing any more. */
function aboutAddress(responseCode: number, response: string | undefined, asRecipient: boolean): boolean {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  if (enhanced) return /^5\.1\.[0-6]$|^5\.1\.10$|^5\.2\.1$/.test(enhanced);
  return asRecipient && ABOUT_ADDRESS.includes(responseCode);
}
