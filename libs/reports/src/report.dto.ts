import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';

export class ListReports {
  /** Words of the title, the text or the file name, of two characters or more. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Reports of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(['to-review', 'reviewed'])
  state?: 'to-review' | 'reviewed';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class ChangeReport {
  /** The version that was seen. */
  @IsInt()
  version: number;

  @IsOptional()
  @Length(1, 200, { message: '报告标题须为 1 至 200 字' })
  title?: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;
}
