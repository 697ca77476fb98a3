import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { REPORTED_PERIODS, type ReportedPeriod } from '#calendar/period';
import { IsDay } from '#platform/is-day';
import { SECTION_KEYS, type SectionKey } from './composing/composition';
import type { SummaryStatus } from './summary.entity';

const TEXT = { message: '文字须为 1 至 2000 字' };
const TITLE = { message: '标题须为 1 至 200 字' };

export class ListSummaries {
  /** Of this unit and those below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(['draft', 'issued'])
  status?: SummaryStatus;

  @IsOptional()
  @IsString()
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class CreateSummary {
  @IsUUID()
  unitId: string;

  @IsIn(REPORTED_PERIODS)
  period: ReportedPeriod;

  /** A day in the period; for 前三季度 any day of the year. */
  @IsDay('日期')
  day: string;
}

/** What was seen of a summary: an edit is refused when somebody else changed it since. */
export class SeenSummary {
  @IsInt()
  version: number;
}

export class ChangeSummary extends SeenSummary {
  @IsOptional()
  @Length(1, 200, TITLE)
  title?: string;

  /** 主送机关; empty for none. */
  @IsOptional()
  @MaxLength(500, { message: '主送机关不超过 500 字' })
  recipients?: string;
}

/** Words in the place of what was composed, hiding, or both. What is left out stays. */
export class EditSentence extends SeenSummary {
  @IsString()
  @MaxLength(200)
  key: string;

  /** Null: as it was composed again. */
  @IsOptional()
  @Length(1, 2000, TEXT)
  text?: string | null;

  @IsOptional()
  @IsBoolean()
  hidden?: boolean;
}

export class AddSentence extends SeenSummary {
  @IsIn(SECTION_KEYS)
  section: SectionKey;

  @Length(1, 2000, TEXT)
  text: string;
}

export class OrderSentences extends SeenSummary {
  @IsIn(SECTION_KEYS)
  section: SectionKey;

  /** The keys of all sentences of the section, in their new order. */
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  keys: string[];
}

export class IssueSummary extends SeenSummary {
  /** 发文字号 */
  @Length(1, 100, { message: '发文字号须为 1 至 100 字' })
  number: string;

  /** 成文日期 */
  @IsDay('成文日期')
  issuedOn: string;

  /** 发文机关署名 */
  @Length(1, 100, { message: '发文机关署名须为 1 至 100 字' })
  signatory: string;
}

export class ListFigureRows {
  @IsOptional()
  @IsString()
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
