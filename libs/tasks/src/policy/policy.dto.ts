import { IsBoolean, IsIn, IsInt, IsOptional } from 'class-validator';
import { REPORTING_PERIODS, type ReportingPeriod } from '../task.entity';

/** Null or left out: as the unit above has it. */
export class SetPolicy {
  @IsOptional()
  @IsBoolean()
  evidenceRequired?: boolean | null;

  @IsOptional()
  @IsIn(REPORTING_PERIODS)
  reportEvery?: ReportingPeriod | null;

  /** The version that was seen; 0 when the unit had no policy of its own. */
  @IsInt()
  version: number;
}
