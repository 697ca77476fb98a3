import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Length, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { FIRST_YEAR, LAST_YEAR } from '#calendar/working-calendar';

const OUT_OF_RANGE = { message: `年份须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间` };
const trim = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);

export class ChangeCalendarYear {
  /** The version that was seen. */
  @IsInt()
  version: number;

  @IsBoolean({ message: '请指明放假安排是否已经公布' })
  published: boolean;

  /** The notice with its number. */
  @IsOptional()
  @Transform(trim)
  @MaxLength(200, { message: '依据不超过 200 字' })
  source?: string | null;
}

export class ChangeCalendarDay {
  /** The version of the year that was seen. */
  @IsInt()
  version: number;

  /** `usual`: as the day of the week says. */
  @IsIn(['holiday', 'workday', 'usual'], { message: '请选择放假、上班或按星期' })
  kind: 'holiday' | 'workday' | 'usual';

  @ValidateIf(({ kind }: ChangeCalendarDay) => kind !== 'usual')
  @Transform(trim)
  @Length(1, 20, { message: '请填写节日名称（20 字以内）' })
  name?: string;
}

/** The form fields beside an uploaded file. */
export class ImportCalendar {
  /** `preview` only tells what would change. */
  @IsIn(['preview', 'apply'], { message: '请指明是预览还是导入' })
  mode: 'preview' | 'apply';

  @Type(() => Number)
  @IsInt(OUT_OF_RANGE)
  @Min(FIRST_YEAR, OUT_OF_RANGE)
  @Max(LAST_YEAR, OUT_OF_RANGE)
  year: number;

  /** The notice with its number; left out, the one stored stays. */
  @IsOptional()
  @Transform(trim)
  @MaxLength(200, { message: '依据不超过 200 字' })
  source?: string;
}
