import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsIn, IsUUID, Length, ValidateIf } from 'class-validator';

export class SettleEdition {
  /** true: a corrected version of the report in doubt; false: a report of its own. */
  @IsBoolean({ message: '请选择“作为更正稿”或“作为独立报告”' })
  corrected: boolean;
}

export class DecideChanges {
  @ArrayNotEmpty({ message: '请先选择有改动的事项' })
  @ArrayMaxSize(2000, { message: '一次最多处理 2000 条' })
  @IsUUID(undefined, { each: true })
  changeIds: string[];

  /** apply: the task takes the new words and deadline; keep: it stays as it is; drop: it is dropped with the words. */
  @IsIn(['apply', 'keep', 'drop'])
  decision: 'apply' | 'keep' | 'drop';

  /** Needed to drop. */
  @ValidateIf(({ decision, reason }: DecideChanges) => decision === 'drop' || reason !== undefined)
  @Length(1, 200, { message: '请填写撤销理由（200 字以内）' })
  reason?: string;
}
