import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { LIGHTS, type Light } from './light';
import { TASK_STATUSES, type TaskStatus } from './task-status';

export class ListTasks {
  /** Words of the title, the text or the code. */
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

  /** Only what the present person is responsible for. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  mine?: boolean;

  @IsOptional()
  @IsUUID()
  reportId?: string;

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

export class AssignTask extends MoveTask {
  @IsUUID(undefined, { message: '请选择牵头单位' })
  leadUnitId: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  /** 完成时限; null for a standing duty without a deadline (长期坚持). */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '完成时限须为有效日期' })
  @Length(10, 10, { message: '完成时限须为有效日期' })
  dueOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}

export class AssignTasks {
  @ArrayNotEmpty({ message: '请先选择任务' })
  @ArrayMaxSize(5000, { message: '一次最多交办 5000 项任务' })
  @IsUUID(undefined, { each: true })
  taskIds: string[];

  /** Left out: every task keeps its own. */
  @IsOptional()
  @IsUUID()
  leadUnitId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '完成时限须为有效日期' })
  @Length(10, 10, { message: '完成时限须为有效日期' })
  dueOn?: string;
}

export class AssignedTasks {
  assigned: number;
}

export class MoveWithReason extends MoveTask {
  @Length(1, 500, { message: '请填写理由（500 字以内）' })
  reason: string;
}

export class ReportProgress extends MoveTask {
  @IsInt({ message: '进度须为 0 至 100 的整数' })
  @Min(0, { message: '进度须为 0 至 100 的整数' })
  @Max(100, { message: '进度须为 0 至 100 的整数' })
  percent: number;

  @Length(1, 5000, { message: '请填写进展情况（5000 字以内）' })
  narrative: string;
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
