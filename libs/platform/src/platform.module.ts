import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './clock';
import { databaseOptions } from './database';
import { StoredFile } from './files/stored-file.entity';
import { StoredFiles } from './files/stored-files';
import { StoredPiece } from './files/stored-piece.entity';
import { HistoryEntry } from './history.entity';
import { Mailer } from './mailer';
import { queueConnection } from './queues';
import { Settings } from './settings';

/** The settings with which a process runs: the database is known by now, be it the embedded one. */
export type RunningSettings = Settings & { databaseUrl: string };

/** Database, queues, clock and settings for every room. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: RunningSettings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(settings.databaseUrl), autoLoadEntities: true, retryAttempts: 1 }),
        TypeOrmModule.forFeature([HistoryEntry, StoredFile, StoredPiece]),
        BullModule.forRootAsync({
          useFactory: () => ({ connection: queueConnection(settings.databaseUrl, settings.redisUrl) }),
        }),
      ],
      providers: [
        Mailer,
        StoredFiles,
        { provide: Settings, useValue: settings },
        { provide: Clock, useFactory: () => new Clock(settings.timeZone) },
      ],
      exports: [Settings, Clock, Mailer, StoredFiles],
    };
  }
}
