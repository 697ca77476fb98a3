import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FIELD_NAMES, type LedgerField } from './fields';

/** Where a person says that the head of the tables ends. */
export class LedgerHead {
  /** The last row of the head, from 1; found by its words when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '表头行号须为正整数' })
  @Min(1, { message: '表头行号须为正整数' })
  @Max(1000, { message: '表头须在前 1000 行内' })
  headRow?: number;
}

/** What a name in the ledger means. */
export class LedgerUnitName {
  @Length(1, 200)
  name: string;

  /** Null: no unit; the name is left out. */
  @ValidateIf(({ unitId }) => unitId !== null)
  @IsUUID()
  unitId: string | null;
}

/** Who of several people of a unit is meant. */
export class LedgerPerson {
  @IsUUID()
  unitId: string;

  @Length(1, 100)
  name: string;

  @IsUUID()
  personId: string;
}

/** How a sheet is to be read. */
export class LedgerSettings {
  @Length(1, 100, { message: '请选择工作表' })
  sheet: string;

  @IsOptional()
  @IsInt({ message: '表头行号须为正整数' })
  @Min(1, { message: '表头行号须为正整数' })
  @Max(1000, { message: '表头须在前 1000 行内' })
  headRow?: number;

  /** What each column says, in their order; null for columns that are left out. */
  @IsArray()
  @ArrayMaxSize(256)
  @IsIn([...FIELD_NAMES, null], { each: true, message: '列的对应关系不正确' })
  fields: (LedgerField | null)[];

  /** What dates without a year belong to. */
  @IsInt({ message: '年份须为四位数字' })
  @Min(2000, { message: '年份须在 2000 至 2100 之间' })
  @Max(2100, { message: '年份须在 2000 至 2100 之间' })
  year: number;

  /** `draft`: all tasks are to be assigned yet. `ledger`: they stand where the ledger says, which nobody here has verified. */
  @IsIn(['draft', 'ledger'])
  statuses: 'draft' | 'ledger';

  @IsArray()
  @ArrayMaxSize(1000, { message: '一次最多对应 1000 个单位名称' })
  @ValidateNested({ each: true })
  @Type(() => LedgerUnitName)
  units: LedgerUnitName[];

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => LedgerPerson)
  people: LedgerPerson[];

  /** Rows to be taken although the same task is tracked already. */
  @IsArray()
  @ArrayMaxSize(5000, { message: '一次最多选择 5000 行重复的任务' })
  @IsInt({ each: true })
  duplicates: number[];
}

/** The command itself. */
export class ConfirmLedger extends LedgerSettings {
  /** The preview that was seen. */
  @Matches(/^[0-9a-f]{64}$/)
  preview: string;

  /** Leave out the rows with errors; otherwise one error keeps everything out. */
  @IsBoolean()
  skipErrors: boolean;
}
