import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LIST_COLUMNS, type ListColumn } from '../list-columns';

export class ColumnChoice {
  @IsIn(LIST_COLUMNS)
  name: ListColumn;

  /** Pixels. */
  @IsInt()
  @Min(60)
  @Max(900)
  width: number;
}

export class SaveView {
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @Length(1, 30, { message: '视图名称须为 1 至 30 字' })
  name: string;

  /** With whom it is shared: this unit and those below it. Left out: it is one's own. */
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  /** Filter, order and grouping as the address of the page holds them. */
  @IsString()
  @MaxLength(4000, { message: '筛选条件过多，请减少后再保存' })
  query: string;

  @IsArray()
  @ArrayNotEmpty({ message: '请至少选择一列' })
  @ArrayMaxSize(LIST_COLUMNS.length)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoice)
  columns: ColumnChoice[];
}

export class ChangeSavedView extends SaveView {
  @IsInt()
  version: number;
}

/** What is left out stays. */
export class SetListPreference {
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty({ message: '请至少选择一列' })
  @ArrayMaxSize(LIST_COLUMNS.length)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoice)
  columns?: ColumnChoice[] | null;

  /** With which the list opens; null: with none. */
  @IsOptional()
  @IsUUID()
  defaultViewId?: string | null;
}
