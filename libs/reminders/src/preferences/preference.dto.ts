import { IsArray, IsIn, IsInt, IsOptional, IsTimeZone, Max, Min } from 'class-validator';
import { OPTIONAL_KINDS, type OptionalKind } from '../rules';

const HOUR = { message: '钟点须为 0 至 23 的整数' };

/** All of them; null: as the organisation has it. */
export class ChangePreference {
  @IsOptional()
  @IsInt(HOUR)
  @Min(0, HOUR)
  @Max(23, HOUR)
  sendHour?: number | null;

  @IsOptional()
  @IsInt(HOUR)
  @Min(0, HOUR)
  @Max(23, HOUR)
  quietFrom?: number | null;

  @IsOptional()
  @IsInt(HOUR)
  @Min(0, HOUR)
  @Max(23, HOUR)
  quietTo?: number | null;

  @IsOptional()
  @IsTimeZone({ message: '没有这个时区，请从列表中选择' })
  timeZone?: string | null;

  @IsArray()
  @IsIn(OPTIONAL_KINDS, { each: true, message: '这类提醒不能退订' })
  declined: OptionalKind[];
}
