import { IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '#platform/is-day';

/** The form fields beside an uploaded report. */
export class ImportFields {
  /** The reporting unit; recognised from the report when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: '报告单位不正确' })
  unitId?: string;

  /** The day the report arrived. */
  @IsOptional()
  @IsDay('收到日期')
  receivedOn?: string;
}
