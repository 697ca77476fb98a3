import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
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
}
