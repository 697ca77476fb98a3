import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { MoveTask, ReportProgress } from '../task.dto';

export class SupportInput {
  @IsUUID(undefined, { message: '请选择配合单位' })
  unitId: string;

  /** 配合内容 */
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '配合内容不超过 500 字' })
  duty?: string;
}

export class SetSupport extends MoveTask {
  /** All of them; what is left out is taken away. */
  @IsArray()
  @ArrayMaxSize(50, { message: '一项任务最多 50 个配合单位' })
  @ArrayUnique(({ unitId }: SupportInput) => unitId, { message: '同一个配合单位只能出现一次' })
  @ValidateNested({ each: true })
  @Type(() => SupportInput)
  units: SupportInput[];
}

/** `version` is that of the part, as it was seen. */
export class ReportSupport extends ReportProgress {}

export class HandOverSupport extends MoveTask {
  /** Null: the liaisons of the unit. */
  @IsOptional()
  @IsUUID()
  personId?: string | null;
}

export class WaiveSupport extends MoveTask {
  /** False: it is waited for again. */
  @IsBoolean()
  waived: boolean;

  @Length(1, 500, { message: '请填写理由（500 字以内）' })
  reason: string;
}

export class MakeLink {
  /** The supporting unit it is for; left out: the external body that leads the task. */
  @IsOptional()
  @IsUUID()
  supportId?: string | null;

  @IsInt({ message: '有效期须为 1 至 90 天' })
  @Min(1, { message: '有效期须为 1 至 90 天' })
  @Max(90, { message: '有效期须为 1 至 90 天' })
  days: number;
}

export class OpenLink {
  @Length(1, 100)
  token: string;
}

export class ReportByLink extends OpenLink {
  @IsInt({ message: '进度须为 0 至 100 的整数' })
  @Min(0, { message: '进度须为 0 至 100 的整数' })
  @Max(100, { message: '进度须为 0 至 100 的整数' })
  percent: number;

  @Length(1, 5000, { message: '请填写进展情况（5000 字以内）' })
  narrative: string;
}
