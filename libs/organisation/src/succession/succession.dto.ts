import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../left-out';

export class PreviewSuccession {
  @IsUUID(undefined, { message: '请选择接任人' })
  successorId: string;

  /** The positions that the successor takes over; what they own follows them. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  positionIds?: string[];

  /** Whether the successor gets the same roles. */
  @MayBeLeftOut()
  @IsBoolean()
  roles?: boolean;

  /** Whether the predecessor leaves: his account is deactivated in the same step. */
  @MayBeLeftOut()
  @IsBoolean()
  leaves?: boolean;
}

export class ApplySuccession extends PreviewSuccession {
  /** What the preview answered: nothing else than what was shown is moved. */
  @Length(64, 64)
  preview: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}
