import { Length, Matches } from 'class-validator';

export class SignIn {
  @Length(1, 100, { message: '请填写登录名' })
  @Matches(/^\P{Cc}*$/u, { message: '登录名中有不能使用的字符' })
  login: string;

  @Length(1, 200, { message: '请填写密码' })
  password: string;
}

export class ChangePassword {
  @Length(1, 200, { message: '请填写原密码' })
  current: string;

  @Length(1, 200, { message: '请填写新密码' })
  next: string;
}
