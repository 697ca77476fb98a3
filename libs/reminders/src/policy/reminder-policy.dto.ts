import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { REPORTING_PERIODS, TASK_KINDS, type ReportingPeriod, type TaskKind } from '#tasks/task.entity';
import { RUNGS, type Rung } from './reminder-points';

const DAYS = { message: '提前提醒的天数须是 1 至 60 个工作日' };
const EVERY = { message: '间隔须是 0 至 60 个工作日' };
const AFTER = { message: '上报的天数须是 1 至 250 个工作日' };

export class LadderRungInput {
  @IsIn(RUNGS)
  rung: Rung;

  /** Working days past the deadline. */
  @IsInt(AFTER)
  @Min(1, AFTER)
  @Max(250, AFTER)
  after: number;
}

/** What a task's policy says. Null or left out: as the unit has it. All of it null: no policy any more. */
export class SetTaskReminderPolicy {
  /** So many working days before the deadline; empty: not at all. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10, { message: '最多设置 10 个提前提醒' })
  @ArrayUnique({ message: '提前提醒的天数不能重复' })
  @IsInt({ each: true, ...DAYS })
  @Min(1, { each: true, ...DAYS })
  @Max(60, { each: true, ...DAYS })
  before?: number[] | null;

  @IsOptional()
  @IsBoolean()
  onDay?: boolean | null;

  /** 0: never. */
  @IsOptional()
  @IsInt(EVERY)
  @Min(0, EVERY)
  @Max(60, EVERY)
  overdueEvery?: number | null;

  /** The shortest of them counts; empty: progress is not asked for. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(REPORTING_PERIODS, { each: true })
  requests?: ReportingPeriod[] | null;

  /** 0: never. */
  @IsOptional()
  @IsInt(EVERY)
  @Min(0, EVERY)
  @Max(60, EVERY)
  acceptWithin?: number | null;

  /** 0: never. */
  @IsOptional()
  @IsInt(EVERY)
  @Min(0, EVERY)
  @Max(60, EVERY)
  verifyWithin?: number | null;

  /** Empty: nobody above hears of it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(RUNGS.length)
  @ArrayUnique(({ rung }: LadderRungInput) => rung, { message: '同一级上报只能设置一次' })
  @ValidateNested({ each: true })
  @Type(() => LadderRungInput)
  ladder?: LadderRungInput[] | null;

  /** The version that was seen; 0 when there was no policy. */
  @IsInt()
  version: number;
}

export class SetUnitReminderPolicy extends SetTaskReminderPolicy {
  /** Left out: for tasks of all kinds. */
  @IsOptional()
  @IsIn(TASK_KINDS)
  taskKind?: TaskKind | null;
}
