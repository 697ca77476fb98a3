import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf, IsInt, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { IsDay } from '#platform/is-day';
import { MoveWithReason } from '../task.dto';
import { REQUEST_KINDS, type RequestKind } from './task-request.entity';

export class AskRequest extends MoveWithReason {
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  /** For an extension: the new deadline. */
  @ValidateIf(({ kind }) => kind === 'extension')
  @IsDay('新的完成时限')
  toDue?: string;
}

export class DecideRequest {
  @IsIn(['granted', 'refused'])
  decision: 'granted' | 'refused';

  @ValidateIf(({ decision, note }) => decision === 'refused' || note !== undefined)
  @IsString({ message: '不同意时请填写意见' })
  @Length(1, 500, { message: '请填写意见（500 字以内）' })
  note?: string;
}

export class WithdrawRequest {
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}

export class ListOpenRequests {
  /** About tasks led by this unit or one below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

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
