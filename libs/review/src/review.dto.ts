import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Min,
} from 'class-validator';
import { IsDay } from '#platform/is-day';

const ITEM_KINDS = ['next_step', 'problem', 'cause', 'pledge'] as const;
type Kind = (typeof ITEM_KINDS)[number];

export class ChangeItem {
  /** The version that was seen. */
  @IsInt()
  version: number;

  @IsOptional()
  @Length(1, 200, { message: '标题须为 1 至 200 字' })
  title?: string;

  @IsOptional()
  @IsIn(ITEM_KINDS)
  kind?: Kind;

  /** null: no deadline. */
  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string | null;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;
}

export class MarkItem {
  /** Offsets into the report's text, UTF-16 code units. */
  @IsInt()
  @Min(0)
  start: number;

  @IsInt()
  @Min(1)
  end: number;

  @IsIn(ITEM_KINDS)
  kind: Kind;
}

export class ChosenItems {
  @ArrayNotEmpty({ message: '请先选择事项' })
  @ArrayMaxSize(2000, { message: '一次最多处理 2000 条' })
  @IsUUID(undefined, { each: true })
  itemIds: string[];
}

/** Items and what is set for all of them; it overrules what every single item says, what is left out stays. */
export class OwnerOfItems extends ChosenItems {
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsDay('完成时限')
  dueOn?: string;
}

/** Accepts them, with an owner or deadline for all where one is given. */
export class AcceptItems extends OwnerOfItems {}

export class RejectItems extends ChosenItems {
  @Length(1, 200, { message: '请填写驳回理由（200 字以内）' })
  reason: string;
}

export class CutItem {
  /** Offsets into the report's text at which new items begin, each inside the item. */
  @ArrayMinSize(1, { message: '请选择在哪里拆分' })
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  at: number[];
}

export class JoinItems {
  @ArrayMinSize(2, { message: '请至少选择两条要合并的事项' })
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  itemIds: string[];
}
