import { BullModule, InjectQueue } from '@nestjs/bullmq';
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Queue } from 'bullmq';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { WebhookChannel } from './channels/webhook-channel.entity';
import { DeliveryService } from './delivery/delivery.service';
import { Mail } from './delivery/mail.entity';
import { UndeliverableAddress } from './delivery/undeliverable-address.entity';
import { FeedToken } from './feed/feed-token.entity';
import { MailLinks } from './mails/mail-links';
import { MailTemplate } from './mails/mail-template.entity';
import { MailWordsSource } from './mails/mail-words';
import { MailWriter } from './mails/mail-writer';
import { Nudge } from './nudges/nudge.entity';
import { Talk } from './nudges/talk.entity';
import { PlanningRun } from './planning/planning-run.entity';
import { PlanningService } from './planning/planning.service';
import { ReminderPolicy } from './policy/reminder-policy.entity';
import { MailPreference } from './preferences/mail-preference.entity';
import { SigningKey } from './progress-links/signing-key.entity';
import { REMINDERS_QUEUE } from './reminder-jobs';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';

const ENTITIES = [
  ...[FeedToken, Mail, MailPreference, MailTemplate, Nudge, PlanningRun, Reminder, ReminderPolicy],
  ...[SigningKey, Talk, UndeliverableAddress, WebhookChannel],
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    BullModule.registerQueue({ name: REMINDERS_QUEUE }),
    OrganisationModule,
    TasksModule,
  ],
  providers: [RemindersService, PlanningService, DeliveryService, MailLinks, MailWordsSource, MailWriter],
  exports: [RemindersService, PlanningService, DeliveryService, BullModule],
})
export class RemindersModule {
  constructor(@InjectQueue(REMINDERS_QUEUE) queue: Queue) {
    // A lost connection is reported here; BullMQ connects again by itself.
    queue.on('error', (error) => new Logger(REMINDERS_QUEUE).error(error.message));
  }
}
