import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { REPORTING_PERIODS, type ReportingPeriod } from '../task.entity';

const MONTHS = { message: '回头看间隔须为 1 至 60 个月' };

/** Null or left out: as the unit above has it. */
export class SetPolicy {
  @IsOptional()
  @IsBoolean()
  evidenceRequired?: boolean | null;

  @IsOptional()
  @IsIn(REPORTING_PERIODS)
  reportEvery?: ReportingPeriod | null;

  @IsOptional()
  @IsInt(MONTHS)
  @Min(1, MONTHS)
  @Max(60, MONTHS)
  lookBackMonths?: number | null;

  /** The version that was seen; 0 when the unit had no policy of its own. */
  @IsInt()
  version: number;
}
