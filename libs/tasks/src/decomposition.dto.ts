import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '#platform/is-day';
import { MoveTask } from './task.dto';

export class PartInput {
  @Length(1, 200, { message: '请填写分解任务的名称（200 字以内）' })
  title: string;

  @IsOptional()
  @Length(1, 10_000, { message: '任务内容不超过 10000 字' })
  text?: string;

  @IsUUID(undefined, { message: '请为每项分解任务选择牵头单位' })
  leadUnitId: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  /** Left out: the deadline of the whole. */
  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string | null;

  /** What it counts among the parts; 1 when left out. */
  @IsOptional()
  @IsInt({ message: '权重须为 1 至 100 的整数' })
  @Min(1, { message: '权重须为 1 至 100 的整数' })
  @Max(100, { message: '权重须为 1 至 100 的整数' })
  weight?: number;
}

export class DecomposeTask extends MoveTask {
  @IsArray()
  @ArrayNotEmpty({ message: '请至少填写一项分解任务' })
  @ArrayMaxSize(200, { message: '一次最多分解 200 项' })
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  parts: PartInput[];
}

export class MilestoneInput {
  /** Left out: a new one. */
  @IsOptional()
  @IsUUID()
  id?: string;

  @Length(1, 200, { message: '请填写阶段目标（200 字以内）' })
  title: string;

  @IsDay('阶段目标的时限')
  dueOn: string;
}

export class PlanMilestones extends MoveTask {
  /** All of them; what is left out is taken away. */
  @IsArray()
  @ArrayMaxSize(50, { message: '一项任务最多 50 个阶段目标' })
  @ValidateNested({ each: true })
  @Type(() => MilestoneInput)
  milestones: MilestoneInput[];
}
