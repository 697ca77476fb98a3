import { ArrayMaxSize, ArrayNotEmpty, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsDay } from '#platform/is-day';

export const MOST_NUDGED = 500;

export class PreviewNudge {
  @ArrayNotEmpty({ message: '请先选择任务' })
  @ArrayMaxSize(MOST_NUDGED, { message: `一次最多催办 ${MOST_NUDGED} 项任务` })
  @IsUUID(undefined, { each: true })
  taskIds: string[];
}

export class NudgeTasks extends PreviewNudge {
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '催办说明不超过 500 字' })
  note?: string | null;
}

export class HoldTalk {
  @IsUUID(undefined, { message: '请选择约谈对象' })
  personId: string;

  @IsDay('约谈日期')
  heldOn: string;

  @Length(1, 1000, { message: '请填写约谈情况（1000 字以内）' })
  note: string;
}
