import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';

export class ReadBell {
  /** Which of one's own reminders were seen; all when left out. */
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(100)
  ids?: string[];
}
