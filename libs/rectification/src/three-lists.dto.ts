import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FilterProblems } from './problem.dto';
import { LIST_FORMATS, type ListFormat } from './list-file';
import { LIST_NAMES, type ListName } from './three-lists';

export class AskThreeList extends FilterProblems {
  /** problems 问题清单 (also when left out) · duties 责任清单 · measures 整改清单 */
  @IsOptional()
  @IsIn(LIST_NAMES)
  list?: ListName;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  /** Problems in one answer. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

export class ExportThreeLists extends FilterProblems {
  /** xlsx 电子表格 · docx 公文格式的 Word 文档 */
  @IsIn(LIST_FORMATS, { message: '请选择导出格式：xlsx 或 docx' })
  format: ListFormat;
}
