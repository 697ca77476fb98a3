import { BullModule, InjectQueue } from '@nestjs/bullmq';
import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Queue } from 'bullmq';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { BellService } from './bell/bell.service';
import { BellStreams } from './bell/bell-streams';
import { ChannelPosts } from './channels/channel-posts.service';
import { ChannelSender } from './channels/channel-sender';
import { ChannelsService } from './channels/channels.service';
import { WebhookChannel } from './channels/webhook-channel.entity';
import { CommentsService } from './comments/comments.service';
import { TaskComment } from './comments/task-comment.entity';
import { DeliveryService } from './delivery/delivery.service';
import { Mail } from './delivery/mail.entity';
import { UndeliverableAddress } from './delivery/undeliverable-address.entity';
import { FeedLimiter } from './feed/feed-limiter';
import { FeedService } from './feed/feed.service';
import { FeedToken } from './feed/feed-token.entity';
import { LedgerService } from './ledger/ledger.service';
import { ResendService } from './ledger/resend.service';
import { MailboxService } from './mailbox/mailbox.service';
import { MailTemplate } from './mails/mail-template.entity';
import { MailWriter } from './mails/mail-writer';
import { EscalationService } from './nudges/escalation.service';
import { Nudge } from './nudges/nudge.entity';
import { NudgesService } from './nudges/nudges.service';
import { Talk } from './nudges/talk.entity';
import { TalksService } from './nudges/talks.service';
import { PlanningRun } from './planning/planning-run.entity';
import { PlanningService } from './planning/planning.service';
import { ReminderPoliciesService } from './policy/reminder-policies.service';
import { ReminderPolicy } from './policy/reminder-policy.entity';
import { MailPreference } from './preferences/mail-preference.entity';
import { PreferencesService } from './preferences/preferences.service';
import { UnsubscribeService } from './preferences/unsubscribe.service';
import { MailLinks } from './progress-links/mail-links';
import { ProgressLinksService } from './progress-links/progress-links.service';
import { SigningKey } from './progress-links/signing-key.entity';
import { SigningKeys } from './progress-links/signing-keys';
import { REMINDERS_QUEUE } from './reminder-jobs';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';
import { MailTemplates } from './templates/mail-templates';
import { TemplatesService } from './templates/templates.service';
import { TestMailService } from './templates/test-mail.service';
import { UndeliverableService } from './undeliverable/undeliverable.service';

const ENTITIES = [
  ...[FeedToken, Mail, MailPreference, MailTemplate, Nudge, PlanningRun, Reminder, ReminderPolicy],
  ...[SigningKey, Talk, TaskComment, UndeliverableAddress, WebhookChannel],
];

const SERVICES = [
  ...[RemindersService, PlanningService, ReminderPoliciesService, DeliveryService],
  ...[LedgerService, ResendService, BellService, BellStreams, FeedService],
  ...[NudgesService, TalksService, EscalationService, CommentsService],
  ...[PreferencesService, UnsubscribeService, MailLinks, ProgressLinksService],
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
  providers: [SigningKeys, FeedLimiter, MailWriter, ChannelSender, ...SERVICES],
  exports: [...SERVICES, BullModule],
})
export class RemindersModule {
  constructor(@InjectQueue(REMINDERS_QUEUE) queue: Queue) {
    // A lost connection is reported here; BullMQ connects again by itself.
    queue.on('error', (error) => new Logger(REMINDERS_QUEUE).error(error.message));
  }
}
