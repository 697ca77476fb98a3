import { IsString, MaxLength } from 'class-validator';

export class EnableAddress {
  @IsString()
  @MaxLength(320, { message: '邮箱地址过长' })
  address: string;
}
