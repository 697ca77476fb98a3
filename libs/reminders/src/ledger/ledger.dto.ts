import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { REMINDER_STATUSES, type ReminderStatus } from '../reminder.entity';
import { RULE_KINDS, type RuleKind } from '../rules';

const KINDS = Object.keys(RULE_KINDS) as RuleKind[];

export class ListOwnReminders {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class ListReminders extends ListOwnReminders {
  /** Words of the task's title, text or code, of two characters or more. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(REMINDER_STATUSES, { each: true })
  status?: ReminderStatus[];

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(KINDS, { each: true })
  kind?: RuleKind[];

  /** The recipient's id, or a part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  person?: string;

  /** Tasks led by this unit or one below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** The first day of planning; thirty days ago when left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '起始日期须为有效日期' })
  @Length(10, 10, { message: '起始日期须为有效日期' })
  from?: string;

  /** The last day of planning; today when left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '截止日期须为有效日期' })
  @Length(10, 10, { message: '截止日期须为有效日期' })
  to?: string;
}

export class ExplainReminders {
  /** About whom one asks; oneself when left out. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}
