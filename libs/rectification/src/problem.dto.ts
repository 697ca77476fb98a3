import { PartialType } from '@nestjs/swagger';
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
import { IsDay } from '#platform/is-day';
import { PROBLEM_ORIGINS, type ProblemOrigin } from './problem-origin';
import { PROBLEM_STATUSES, type ProblemStatus } from './problem-status';

const several = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;

/** May be left out, but not be made nothing. */
const LeftOut = () => ValidateIf((_, value) => value !== undefined);

export const DUE_WINDOWS = ['overdue', 'soon', 'none'] as const;
/** overdue 已超期 · soon 临近到期 · none 未定时限 */
export type DueWindow = (typeof DUE_WINDOWS)[number];

export class FilterProblems {
  /** Words of the title, the text or the code, of two characters or more. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(several)
  @IsIn(PROBLEM_STATUSES, { each: true })
  status?: ProblemStatus[];

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(several)
  @IsIn(PROBLEM_ORIGINS, { each: true })
  origin?: ProblemOrigin[];

  @IsOptional()
  @IsString()
  @MaxLength(50)
  category?: string;

  /** Problems of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  leaderId?: string;

  @IsOptional()
  @IsUUID()
  reportId?: string;

  @IsOptional()
  @IsIn(DUE_WINDOWS)
  due?: DueWindow;

  /** Only what the present person, or whom he acts for, is hooked to or responsible for. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  mine?: boolean;
}

export class ListProblems extends FilterProblems {
  @IsOptional()
  @IsIn(['newest', 'dueOn'])
  sort?: 'newest' | 'dueOn';

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

/** Any command names the version that was seen, so that nobody decides about something else than he read. */
export class MoveProblem {
  @IsInt()
  version: number;
}

class ProblemFields {
  @Length(1, 200, { message: '请填写问题（200 字以内）' })
  title: string;

  @IsUUID(undefined, { message: '请选择整改单位' })
  unitId: string;

  /** The whole wording; left out, the title is all. */
  @LeftOut()
  @Length(1, 5000, { message: '问题表现不超过 5000 字' })
  text?: string;

  /** 'report' comes from the review desk only. */
  @LeftOut()
  @IsIn(PROBLEM_ORIGINS, { message: '请选择问题来源' })
  origin?: ProblemOrigin;

  @IsOptional()
  @Length(1, 50, { message: '问题类别不超过 50 字' })
  category?: string | null;

  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @IsOptional()
  @IsUUID()
  leaderId?: string | null;

  @IsOptional()
  @Length(1, 50, { message: '责任类别不超过 50 字' })
  duty?: string | null;

  @IsOptional()
  @Length(1, 100, { message: '提出方不超过 100 字' })
  raisedBy?: string | null;

  @LeftOut()
  @IsDay('提出日期')
  raisedOn?: string;

  @IsOptional()
  @IsDay('整改时限')
  dueOn?: string | null;

  /** Null: as the policy of the unit has it. */
  @IsOptional()
  @IsInt({ message: '回头看间隔须为 1 至 60 个月' })
  @Min(1, { message: '回头看间隔须为 1 至 60 个月' })
  @Max(60, { message: '回头看间隔须为 1 至 60 个月' })
  lookBackMonths?: number | null;
}

export class CreateProblem extends ProblemFields {}

export class ChangeProblem extends PartialType(ProblemFields, { skipNullProperties: false }) {
  @IsInt()
  version: number;
}

export class MoveProblemWithReason extends MoveProblem {
  @Length(1, 500, { message: '请填写理由（500 字以内）' })
  reason: string;
}

export class ReportRectified extends MoveProblem {
  /** 整改结果; needed when no measure is closed. */
  @IsOptional()
  @Length(1, 5000, { message: '整改结果不超过 5000 字' })
  result?: string;
}

export class CloseProblem extends MoveProblem {
  @Length(1, 5000, { message: '请写明销号依据（5000 字以内）' })
  evidence: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '销号意见不超过 500 字' })
  note?: string;
}

const COUNT = { message: '人数须为 0 至 1000000 的整数' };

export class RecordSatisfaction extends MoveProblem {
  @Length(1, 200, { message: '请填写征求意见对象（200 字以内）' })
  asked: string;

  @IsDay('征求意见日期')
  askedOn: string;

  @IsInt(COUNT)
  @Min(0, COUNT)
  @Max(1_000_000, COUNT)
  satisfied: number;

  @IsInt(COUNT)
  @Min(0, COUNT)
  @Max(1_000_000, COUNT)
  basically: number;

  @IsInt(COUNT)
  @Min(0, COUNT)
  @Max(1_000_000, COUNT)
  dissatisfied: number;

  /** Doubts that remain. */
  @IsOptional()
  @Length(1, 2000, { message: '疑问不超过 2000 字' })
  doubts?: string;

  @IsOptional()
  @Length(1, 2000, { message: '备注不超过 2000 字' })
  remark?: string;

  /** 答复时限; needed when somebody is not satisfied or has doubts. */
  @IsOptional()
  @IsDay('答复时限')
  replyDueOn?: string;
}

export class ScheduleLookBack extends MoveProblem {
  @IsDay('回头看日期')
  dueOn: string;
}

export class RecordLookBack extends MoveProblem {
  @IsIn(['held', 'relapsed'], { message: '请选择回头看结果' })
  result: 'held' | 'relapsed';

  @Length(1, 2000, { message: '请写明回头看情况（2000 字以内）' })
  note: string;
}

export class WriteCause extends MoveProblem {
  @Length(1, 2000, { message: '请写明原因（2000 字以内）' })
  text: string;
}

export class LinkMeasures extends MoveProblem {
  @IsUUID(undefined, { each: true, message: '请选择任务' })
  taskIds: string[];
}

export class CreateMeasure extends MoveProblem {
  @Length(1, 200, { message: '请填写整改措施（200 字以内）' })
  title: string;

  @IsOptional()
  @Length(1, 5000, { message: '措施内容不超过 5000 字' })
  text?: string;

  @IsUUID(undefined, { message: '请选择牵头单位' })
  leadUnitId: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsDay('完成时限')
  dueOn: string;
}

export class ListLookBacks {
  /** Those due until this day; left out, all that wait. */
  @IsOptional()
  @IsDay('截止日期')
  until?: string;

  /** Of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class AskHookedLeaders {
  /** Of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class AskRate {
  /** This unit and the units below it; left out, all that the present person may read. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  category?: string;

  /** Problems raised from this day … */
  @IsOptional()
  @IsDay('起始日期')
  from?: string;

  /** … to this day. */
  @IsOptional()
  @IsDay('截止日期')
  to?: string;
}
