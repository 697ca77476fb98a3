import { PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '#platform/is-day';
import { PAIRING_RULES, ROUND_KIND_NAMES, type PairingRule, type RoundKind } from './pairing';
import { ROUND_STATUSES, type RoundStatus } from './round-status';

/** More units than one round is given to. */
const MOST_PAIRS = 2000;
const several = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;

export class ListRounds {
  /** Organised by this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** One or several, separated by commas. */
  @IsOptional()
  @Transform(several)
  @IsIn(ROUND_STATUSES, { each: true })
  status?: RoundStatus[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class InspectionPair {
  @IsUUID(undefined, { message: '请选择被检查单位' })
  inspectedUnitId: string;

  @IsUUID(undefined, { message: '请选择检查单位' })
  inspectingUnitId: string;
}

export class PreviewPairs {
  @IsIn(ROUND_KIND_NAMES, { message: '请选择检查类型' })
  kind: RoundKind;

  @IsIn(PAIRING_RULES, { message: '请选择分组办法' })
  rule: PairingRule;

  /** In the order in which they are paired. */
  @IsUUID(undefined, { each: true, message: '请选择单位' })
  @ArrayMaxSize(MOST_PAIRS, { message: `一轮检查最多 ${MOST_PAIRS} 个单位` })
  unitIds: string[];

  /** The one that checks all others, under the rule 'single'. */
  @IsOptional()
  @IsUUID(undefined, { message: '请选择由哪个单位检查' })
  inspectorUnitId?: string;
}

class RoundFields {
  @Length(1, 100, { message: '请填写检查名称（100 字以内）' })
  title: string;

  /** Problems of this category only; left out, all that the inspected unit has on record. */
  @IsOptional()
  @Length(1, 50, { message: '检查内容不超过 50 字' })
  category?: string | null;

  @IsDay('开始日期')
  startsOn: string;

  @IsDay('结束日期')
  endsOn: string;

  @IsOptional()
  @Length(1, 2000, { message: '说明不超过 2000 字' })
  note?: string | null;
}

export class CreateRound extends RoundFields {
  @IsIn(ROUND_KIND_NAMES, { message: '请选择检查类型' })
  kind: RoundKind;

  /** The unit that organises it; all units of the round are this one or below it. */
  @IsUUID(undefined, { message: '请选择组织检查的单位' })
  unitId: string;

  @IsArray()
  @ArrayMaxSize(MOST_PAIRS, { message: `一轮检查最多 ${MOST_PAIRS} 组` })
  @ValidateNested({ each: true })
  @Type(() => InspectionPair)
  pairs: InspectionPair[];
}

/** Any command names the version that was seen, so that nobody decides about something else than he read. */
export class MoveInspection {
  @IsInt()
  version: number;
}

export class ChangeRound extends PartialType(RoundFields) {
  @IsInt()
  version: number;
}

export class PairRound extends MoveInspection {
  @IsArray()
  @ArrayMaxSize(MOST_PAIRS, { message: `一轮检查最多 ${MOST_PAIRS} 组` })
  @ValidateNested({ each: true })
  @Type(() => InspectionPair)
  pairs: InspectionPair[];
}

export class NameInspectors extends MoveInspection {
  @IsUUID(undefined, { each: true, message: '请选择检查人' })
  @ArrayUnique()
  @ArrayMaxSize(20, { message: '一项检查最多 20 名检查人' })
  personIds: string[];
}

export class RecordFinding extends MoveInspection {
  @Length(1, 200, { message: '请填写发现的问题（200 字以内）' })
  title: string;

  /** The whole wording; left out, the title is all. */
  @IsOptional()
  @Length(1, 5000, { message: '具体情况不超过 5000 字' })
  text?: string;

  @IsOptional()
  @Length(1, 50, { message: '问题类别不超过 50 字' })
  category?: string | null;

  @IsOptional()
  @IsDay('建议整改时限')
  dueOn?: string | null;
}

export class ReportCheck extends MoveInspection {
  @Length(1, 5000, { message: '请填写检查结论（5000 字以内）' })
  conclusion: string;
}

export class RespondToCheck extends MoveInspection {
  @Length(1, 5000, { message: '请填写反馈意见（5000 字以内）' })
  response: string;
}

export class MoveCheckWithReason extends MoveInspection {
  @Length(1, 500, { message: '请写明原因（500 字以内）' })
  reason: string;
}

export class FindingDecision {
  @IsUUID()
  findingId: string;

  @IsIn(['confirmed', 'rejected'], { message: '请选择认定或不予认定' })
  decision: 'confirmed' | 'rejected';

  /** Why it is rejected. */
  @ValidateIf(({ decision }: FindingDecision) => decision === 'rejected')
  @Length(1, 500, { message: '不予认定须写明理由（500 字以内）' })
  reason?: string;

  /** The deadline of the problem; left out, the one that the inspectors suggest. */
  @IsOptional()
  @IsDay('整改时限')
  dueOn?: string | null;
}

export class DecideFindings extends MoveInspection {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => FindingDecision)
  decisions: FindingDecision[];
}

export class ReadMaterial {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
