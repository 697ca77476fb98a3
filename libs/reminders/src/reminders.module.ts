import { BullModule, InjectQueue } from '@nestjs/bullmq';
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Queue } from 'bullmq';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { ChannelPosts } from './channels/channel-posts.service';
import { ChannelSender } from './channels/channel-sender';
import { ChannelsService } from './channels/channels.service';
import { WebhookChannel } from './channels/webhook-channel.entity';
import { DeliveryService } from './delivery/delivery.service';
import { Mail } from './delivery/mail.entity';
import { UndeliverableAddress } from './delivery/undeliverable-address.entity';
import { FeedToken } from './feed/feed-token.entity';
import { MailboxService } from './mailbox/mailbox.service';
import { MailTemplate } from './mails/mail-template.entity';
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
import { MailTemplates } from './templates/mail-templates';
import { TemplatesService } from './templates/templates.service';
import { TestMailService } from './templates/test-mail.service';
import { UndeliverableService } from './undeliverable/undeliverable.service';

const ENTITIES = [
  ...[FeedToken, Mail, MailPreference, MailTemplate, Nudge, PlanningRun, Reminder, ReminderPolicy],
  ...[SigningKey, Talk, UndeliverableAddress, WebhookChannel],
];

/** What people see and set around mails and robots. */
const MAIL_WORK = [
  ...[MailTemplates, TemplatesService, TestMailService, MailboxService, UndeliverableService],
  ...[ChannelsService, ChannelPosts],
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    BullModule.registerQueue({ name: REMINDERS_QUEUE }),
    OrganisationModule,
    TasksModule,
  ],
  providers: [RemindersService, PlanningService, DeliveryService, ChannelSender, ...MAIL_WORK],
  exports: [RemindersService, PlanningService, DeliveryService, ...MAIL_WORK, BullModule],
})
export class RemindersModule {
  constructor(@InjectQueue(REMINDERS_QUEUE) queue: Queue) {
    // A lost connection is reported here; BullMQ connects again by itself.
    queue.on('error', (error) => new Logger(REMINDERS_QUEUE).error(error.message));
  }
}
