import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FINGERPRINT } from './fingerprint';
import { SUBJECTS, type Subject } from '#platform/history';

export class ListHistory {
  /** Words of the reason, the changes or the name of the person. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsIn(SUBJECTS)
  subject?: Subject;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  action?: string;

  /** The first day; thirty days ago when left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '起始日期须为有效日期' })
  @Length(10, 10, { message: '起始日期须为有效日期' })
  from?: string;

  /** The last day; today when left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '截止日期须为有效日期' })
  @Length(10, 10, { message: '截止日期须为有效日期' })
  to?: string;

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

export class VerifyHistory {
  /** The fingerprint of an earlier verification: is the history of that day still part of the present one? */
  @IsOptional()
  @Matches(FINGERPRINT, { message: '指纹是 20 位数字和字母 a 至 f，每 4 位一组，如 1a2b-3c4d-5e6f-7a8b-9c0d' })
  since?: string;
}
