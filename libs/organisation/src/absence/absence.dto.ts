import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '#platform/is-day';

export class AddAbsence {
  @IsUUID(undefined, { message: '请选择代理人' })
  deputyId: string;

  @IsDay('开始日期')
  fromDay: string;

  /** The last day away. */
  @IsDay('结束日期')
  toDay: string;

  @IsOptional()
  @IsString()
  @MaxLength(200, { message: '说明不超过 200 字' })
  note?: string | null;
}

export class ListAbsences {
  /** People of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;
}
