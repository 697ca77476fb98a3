import { Transform, Type, type TransformFnParams } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay } from '#platform/is-day';
import { LIGHTS, type Light } from './light';
import { TASK_GROUPINGS, type TaskGrouping } from './task-grouping';
import { TASK_ORDERS, type TaskOrder } from './task-orders';
import { TASK_SOURCES, type TaskSource } from './task-source';
import { TASK_STATUSES, type TaskStatus } from './task-status';
import { TASK_KINDS, type TaskKind } from './task.entity';

/** One or several, separated by commas. */
const several = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;
const flag = ({ value }: TransformFnParams): unknown => value === true || value === 'true';
const MOST_NAMED = 200;

/** What narrows the list of tasks; all of it holds at once. */
export class TaskFilter {
  /** Words of the title, the text or the code, of two characters or more. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @Transform(several)
  @IsIn(TASK_STATUSES, { each: true })
  status?: TaskStatus[];

  @IsOptional()
  @Transform(several)
  @IsIn(LIGHTS, { each: true })
  light?: Light[];

  /** Tasks led by one of these units or one below them. */
  @IsOptional()
  @Transform(several)
  @ArrayMaxSize(MOST_NAMED)
  @IsUUID(undefined, { each: true })
  unitId?: string[];

  @IsOptional()
  @Transform(several)
  @ArrayMaxSize(MOST_NAMED)
  @IsUUID(undefined, { each: true })
  assigneeId?: string[];

  /** 挂点领导 */
  @IsOptional()
  @Transform(several)
  @ArrayMaxSize(MOST_NAMED)
  @IsUUID(undefined, { each: true })
  leaderId?: string[];

  /** Due on this day or later. */
  @IsOptional()
  @IsDay('时限起始日期')
  dueFrom?: string;

  /** Due on this day or earlier. */
  @IsOptional()
  @IsDay('时限截止日期')
  dueTo?: string;

  @IsOptional()
  @Transform(several)
  @IsIn(TASK_SOURCES, { each: true })
  source?: TaskSource[];

  /** Only what one's own unit, or oneself, supports 配合. */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  supporting?: boolean;

  /** Only what the present person, or whom he acts for, is responsible for. */
  @IsOptional()
  @Transform(flag)
  @IsBoolean()
  mine?: boolean;

  /** The parts of this task. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  @IsOptional()
  @Transform(several)
  @IsIn(TASK_KINDS, { each: true })
  kind?: TaskKind[];

  @IsOptional()
  @IsUUID()
  reportId?: string;

  /** The tasks of one ledger that was taken over. */
  @IsOptional()
  @IsUUID()
  ledgerImportId?: string;
}

export class GroupTasks extends TaskFilter {
  @IsIn(TASK_GROUPINGS)
  groupBy: TaskGrouping;
}

export class ListTasks extends TaskFilter {
  @IsOptional()
  @IsIn(TASK_ORDERS)
  sort?: TaskOrder;

  /** With `group`: only that group of the grouping. */
  @IsOptional()
  @IsIn(TASK_GROUPINGS)
  groupBy?: TaskGrouping;

  /** The key of a group as `GET /tasks/groups` names it; `none` for tasks without one. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  group?: string;

  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
