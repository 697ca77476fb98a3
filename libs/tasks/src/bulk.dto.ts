import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsDay } from '#platform/is-day';

export const MOST_AT_ONCE = 5000;

/** 批量交办, 批量改期, 批量移交. */
export const BULK_MOVES = ['assign', 're-date', 'hand-over'] as const;
export type BulkMove = (typeof BULK_MOVES)[number];

export class PreviewBulk {
  @ArrayNotEmpty({ message: '请先选择任务' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `一次最多处理 ${MOST_AT_ONCE} 项任务` })
  @IsUUID(undefined, { each: true })
  taskIds: string[];

  @IsIn(BULK_MOVES)
  move: BulkMove;

  /** For assigning; left out: every task keeps its own. */
  @IsOptional()
  @IsUUID()
  leadUnitId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsUUID()
  leaderId?: string;

  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  reason?: string;
}

export class ApplyBulk extends PreviewBulk {
  /** What the preview answered: nothing else than what was shown is done. */
  @Length(64, 64)
  preview: string;
}
