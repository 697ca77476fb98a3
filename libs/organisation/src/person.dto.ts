import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeLeftOut } from './left-out';
import { ROLES, type Role } from './role';

const trim = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);
const trimToNull = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value);
const lower = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value);

/** What a login may consist of. */
export const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,49}$/;
export const LOGIN_RULE = '登录名须为 2 至 50 位小写字母、数字或 . _ @ -，以字母或数字开头';

export class PositionInput {
  @IsUUID(undefined, { message: '请选择任职单位' })
  unitId: string;

  @Transform(trim)
  @Length(1, 40, { message: '职务须为 1 至 40 字' })
  title: string;
}

export class RoleInput {
  @IsUUID(undefined, { message: '请选择角色所在的单位' })
  unitId: string;

  @IsIn(ROLES, { message: '请选择角色' })
  role: Role;
}

export class AddPerson {
  @Transform(trim)
  @Length(1, 40, { message: '姓名须为 1 至 40 字' })
  name: string;

  @Transform(lower)
  @Matches(LOGIN, { message: LOGIN_RULE })
  login: string;

  @IsOptional()
  @Transform(trimToNull)
  @IsEmail({}, { message: '邮箱地址不正确' })
  email?: string | null;

  @IsOptional()
  @Transform(trimToNull)
  @MaxLength(30, { message: '电话不超过 30 位' })
  phone?: string | null;

  @ArrayMaxSize(20, { message: '任职不超过 20 项' })
  @ValidateNested({ each: true })
  @Type(() => PositionInput)
  positions: PositionInput[];

  @ArrayMaxSize(50, { message: '角色不超过 50 项' })
  @ValidateNested({ each: true })
  @Type(() => RoleInput)
  roles: RoleInput[];
}

export class ChangePerson {
  /** The version that was seen. */
  @IsInt()
  version: number;

  @MayBeLeftOut()
  @Transform(trim)
  @Length(1, 40, { message: '姓名须为 1 至 40 字' })
  name?: string;

  @MayBeLeftOut()
  @Transform(lower)
  @Matches(LOGIN, { message: LOGIN_RULE })
  login?: string;

  @IsOptional()
  @Transform(trimToNull)
  @IsEmail({}, { message: '邮箱地址不正确' })
  email?: string | null;

  @IsOptional()
  @Transform(trimToNull)
  @MaxLength(30, { message: '电话不超过 30 位' })
  phone?: string | null;

  @MayBeLeftOut()
  @IsBoolean()
  active?: boolean;

  @MayBeLeftOut()
  @ArrayMaxSize(20, { message: '任职不超过 20 项' })
  @ValidateNested({ each: true })
  @Type(() => PositionInput)
  positions?: PositionInput[];

  @MayBeLeftOut()
  @ArrayMaxSize(50, { message: '角色不超过 50 项' })
  @ValidateNested({ each: true })
  @Type(() => RoleInput)
  roles?: RoleInput[];
}

export class ListPeople {
  /** A part of the name, the login or the e-mail. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  /** People of this unit and the units below it. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : value === true || value === 'true'))
  @IsBoolean()
  active?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export class AssignableIn {
  @IsUUID(undefined, { message: '请选择单位' })
  unitId: string;
}
