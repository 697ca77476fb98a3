import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { MayBeLeftOut } from '#organisation/left-out';
import { IsDay } from '#platform/is-day';
import { LIGHTS, type Light } from './light';
import {
  OCCURRENCE_PERIODS,
  REPORTING_PERIODS,
  TASK_KINDS,
  type OccurrencePeriod,
  type ReportingPeriod,
  type TaskKind,
} from './task.entity';
import { TASK_STATUSES, type TaskStatus } from './task-status';

export class ListTasks {
  /** Words of the title, the text or the code, of two characters or more. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(TASK_STATUSES, { each: true })
  status?: TaskStatus[];

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(LIGHTS, { each: true })
  light?: Light[];

  /** Tasks led by this unit or one below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  /** Only what one's own unit, or oneself, supports 配合. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  supporting?: boolean;

  /** Only what the present person, or whom he acts for, is responsible for. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  mine?: boolean;

  /** The parts of this task. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(TASK_KINDS, { each: true })
  kind?: TaskKind[];

  @IsOptional()
  @IsUUID()
  reportId?: string;

  /** The tasks of one ledger that was taken over. */
  @IsOptional()
  @IsUUID()
  ledgerImportId?: string;

  /** The first and the last day of the deadlines looked for. */
  @IsOptional()
  @IsDay('起始日期')
  dueFrom?: string;

  @IsOptional()
  @IsDay('截止日期')
  dueTo?: string;

  @IsOptional()
  @IsIn(['dueOn', '-updatedAt'])
  sort?: 'dueOn' | '-updatedAt';

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

/** Any move names the version that was seen, so that nobody decides about something else than he read. */
export class MoveTask {
  @IsInt()
  version: number;
}

export class MoveWithReason extends MoveTask {
  @Length(1, 500, { message: '请填写理由（500 字以内）' })
  reason: string;
}

export class AssignTask extends MoveTask {
  @IsUUID(undefined, { message: '请选择牵头单位' })
  leadUnitId: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  /** Instead of a person: whoever holds this position 职务 of the lead unit is responsible. */
  @IsOptional()
  @IsUUID()
  positionId?: string | null;

  /** 挂点领导 */
  @IsOptional()
  @IsUUID()
  leaderId?: string | null;

  /** 完成时限; null for a standing duty without a deadline (长期坚持). */
  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}

export class HandOverTask extends MoveTask {
  /** Null: the liaisons of the unit. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  /** Instead of a person: whoever holds this position. */
  @IsOptional()
  @IsUUID()
  positionId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}

export class ReDateTask extends MoveWithReason {
  @ValidateIf(({ dueOn }) => dueOn !== null)
  @IsDay('完成时限')
  dueOn: string | null;
}

export class ChangeTask extends MoveTask {
  @MayBeLeftOut()
  @Length(1, 200, { message: '请填写任务名称（200 字以内）' })
  title?: string;

  @MayBeLeftOut()
  @Length(1, 10_000, { message: '请填写任务内容（10000 字以内）' })
  text?: string;

  /** What it counts among the parts of the same task. */
  @MayBeLeftOut()
  @IsInt({ message: '权重须为 1 至 100 的整数' })
  @Min(1, { message: '权重须为 1 至 100 的整数' })
  @Max(100, { message: '权重须为 1 至 100 的整数' })
  weight?: number;

  @IsOptional()
  @IsIn(REPORTING_PERIODS)
  reportEvery?: ReportingPeriod | null;

  /** Null: as the unit's policy says. */
  @IsOptional()
  @IsBoolean()
  evidenceRequired?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  reason?: string;
}

export class RecurTask extends MoveTask {
  /** How often it comes back; null: no longer. */
  @ValidateIf(({ every }) => every !== null)
  @IsIn(OCCURRENCE_PERIODS, { message: '请选择周期' })
  every: OccurrencePeriod | null;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  reason?: string;
}

class NewTask {
  @Length(1, 200, { message: '请填写任务名称（200 字以内）' })
  title: string;

  /** The full wording; the title when left out. */
  @IsOptional()
  @Length(1, 10_000, { message: '任务内容不超过 10000 字' })
  text?: string;

  @IsUUID(undefined, { message: '请选择牵头单位' })
  leadUnitId: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @IsOptional()
  @IsUUID()
  leaderId?: string | null;
}

export class CreateTask extends NewTask {
  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string | null;
}

export class HandOverUrgently extends NewTask {
  /** Until it is due. */
  @IsInt({ message: '办理时限须为 1 至 720 小时' })
  @Min(1, { message: '办理时限须为 1 至 720 小时' })
  @Max(720, { message: '办理时限须为 1 至 720 小时' })
  hours: number;
}

export class ReportProgress extends MoveTask {
  @IsInt({ message: '进度须为 0 至 100 的整数' })
  @Min(0, { message: '进度须为 0 至 100 的整数' })
  @Max(100, { message: '进度须为 0 至 100 的整数' })
  percent: number;

  @Length(1, 5000, { message: '请填写进展情况（5000 字以内）' })
  narrative: string;

  /** The first day of the period it reports for; the present period when left out. */
  @IsOptional()
  @IsDay('报送期间')
  periodStart?: string;
}

export class SubmitTask extends MoveTask {
  @Length(1, 5000, { message: '请填写完成情况（5000 字以内）' })
  narrative: string;
}

export class CloseTask extends MoveTask {
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}
