import { IsISO8601, IsOptional, IsUUID, Length } from 'class-validator';

/** The form fields beside an uploaded report. */
export class ImportFields {
  /** The reporting unit; recognised from the report when left out. */
  @IsOptional()
  @IsUUID(undefined, { message: '报告单位不正确' })
  unitId?: string;

  /** The day the report arrived. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: '收到日期须为有效日期' })
  @Length(10, 10, { message: '收到日期须为有效日期' })
  receivedOn?: string;
}
