import { Transform, type TransformFnParams } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { CHANNEL_KINDS, type ChannelKind } from './webhook-channel.entity';

const trim = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value);
const NAME = { message: '名称须为 1 至 40 字' };
const URL_LENGTH = { message: '请填写机器人的地址，不超过 1000 字' };

export class AddChannel {
  @IsUUID(undefined, { message: '请选择单位' })
  unitId: string;

  @IsIn(CHANNEL_KINDS, { message: '请选择机器人的种类' })
  kind: ChannelKind;

  @Transform(trim)
  @Length(1, 40, NAME)
  name: string;

  @Transform(trim)
  @Length(1, 1000, URL_LENGTH)
  url: string;

  /** With which 钉钉 and 飞书 robots want their messages signed. */
  @IsOptional()
  @Transform(trim)
  @IsString()
  @MaxLength(200, { message: '密钥不超过 200 字' })
  secret?: string | null;
}

/** What is left out stays as it is. */
export class ChangeChannel {
  @IsInt()
  version: number;

  @IsOptional()
  @Transform(trim)
  @Length(1, 40, NAME)
  name?: string;

  @IsOptional()
  @Transform(trim)
  @Length(1, 1000, URL_LENGTH)
  url?: string;

  /** Null or empty: messages are no longer signed. */
  @IsOptional()
  @Transform(trim)
  @IsString()
  @MaxLength(200, { message: '密钥不超过 200 字' })
  secret?: string | null;

  @IsOptional()
  @IsBoolean()
  active?: boolean;
}
