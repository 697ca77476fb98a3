import { IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '#platform/is-day';

export class AskHealth {
  /** Only tasks due on this day or later. */
  @IsOptional()
  @IsDay('起始日期')
  dueFrom?: string;

  /** Only tasks due on this day or earlier. */
  @IsOptional()
  @IsDay('截止日期')
  dueTo?: string;
}

export class AskTrend {
  /** Of the tasks led by this unit or one below it; the unit whose tasks one reads when left out. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}
