import { Injectable } from '@nestjs/common';
import { Mailer } from '#platform/mailer';

/** The addresses that stand in a person's mails. */
@Injectable()
export class MailLinks {
  constructor(private readonly mailer: Mailer) {}

  get home(): string {
    return this.mailer.publicUrl;
  }

  task(taskId: string): string {
    return `${this.home}/tasks/${taskId}`;
  }

  /** Where the person reports progress of the task. */
  progress(taskId: string, _personId: string): Promise<string> {
    return Promise.resolve(this.task(taskId));
  }

  /** Where the person declines what he may decline, by one click; null where there is no such place. */
  unsubscribe(_personId: string): Promise<string | null> {
    return Promise.resolve(null);
  }
}
