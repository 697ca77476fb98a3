import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { MayBeLeftOut } from './left-out';

const trim = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);
const trimAll = ({ value }: { value: unknown }) =>
  Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value;

export class AddUnit {
  @IsUUID(undefined, { message: '请选择上级单位' })
  parentId: string;

  @Transform(trim)
  @Length(1, 60, { message: '单位名称须为 1 至 60 字' })
  name: string;

  /** 简称 */
  @IsOptional()
  @Transform(trim)
  @Length(1, 30, { message: '简称须为 1 至 30 字' })
  shortName?: string | null;

  @MayBeLeftOut()
  @Transform(trimAll)
  @ArrayMaxSize(20, { message: '别名不超过 20 个' })
  @Length(1, 60, { each: true, message: '别名须为 1 至 60 字' })
  aliases?: string[];

  /** 外部单位: a body outside the organisation, without accounts; stays so. */
  @MayBeLeftOut()
  @IsBoolean()
  external?: boolean;

  /** Of an external body: name, telephone, e-mail. */
  @IsOptional()
  @Transform(trim)
  @Length(1, 200, { message: '联系方式须为 1 至 200 字' })
  contact?: string | null;
}

export class ChangeUnit {
  /** The version that was seen. */
  @IsInt()
  version: number;

  @MayBeLeftOut()
  @IsUUID(undefined, { message: '请选择上级单位' })
  parentId?: string;

  @MayBeLeftOut()
  @Transform(trim)
  @Length(1, 60, { message: '单位名称须为 1 至 60 字' })
  name?: string;

  /** 简称; null removes it. */
  @IsOptional()
  @Transform(trim)
  @Length(1, 30, { message: '简称须为 1 至 30 字' })
  shortName?: string | null;

  @MayBeLeftOut()
  @Transform(trimAll)
  @ArrayMaxSize(20, { message: '别名不超过 20 个' })
  @Length(1, 60, { each: true, message: '别名须为 1 至 60 字' })
  aliases?: string[];

  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(100_000)
  sortOrder?: number;

  /** Of an external body; null removes it. */
  @IsOptional()
  @Transform(trim)
  @Length(1, 200, { message: '联系方式须为 1 至 200 字' })
  contact?: string | null;
}

export class SupportingOf {
  @IsUUID(undefined, { message: '请选择牵头单位' })
  unitId: string;
}
