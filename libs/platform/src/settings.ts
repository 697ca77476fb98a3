import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, validateSync } from 'class-validator';

const zone = (name: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Every setting, read once from the environment. README's table is checked against `SETTINGS`. */
export class Settings {
  @Type(() => Number)
  @IsInt({ message: '应为 0 至 65535 的整数（0 表示任选空闲端口）' })
  @Min(0, { message: '应为 0 至 65535 的整数（0 表示任选空闲端口）' })
  @Max(65_535, { message: '应为 0 至 65535 的整数（0 表示任选空闲端口）' })
  port = 3000;

  @Matches(/^[\w.:-]+$/, { message: '应为主机名或 IP 地址' })
  host = '127.0.0.1';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: '应形如 postgres://用户:密码@主机:5432/数据库' })
  databaseUrl?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: '应形如 redis://主机:6379' })
  redisUrl?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: '应形如 smtp://用户:密码@主机:587 或 smtps://…:465' })
  smtpUrl?: string;

  @Type(() => Number)
  @IsInt({ message: '应为 1 至 100 的整数' })
  @Min(1, { message: '应为 1 至 100 的整数' })
  @Max(100, { message: '应为 1 至 100 的整数' })
  smtpConnections = 10;

  @Type(() => Number)
  @IsInt({ message: '应为 0 至 10000 的整数（0 表示不限）' })
  @Min(0, { message: '应为 0 至 10000 的整数（0 表示不限）' })
  @Max(10_000, { message: '应为 0 至 10000 的整数（0 表示不限）' })
  mailRate = 0;

  @Matches(/^[^\r\n]*@[^\r\n]+$/, { message: '应为邮箱地址，可带名称：落实 <luoshi@example.com>' })
  mailFrom = '落实 <luoshi@localhost.localdomain>';

  @IsString()
  dataDir = '.data';

  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+$/, { message: '应形如 https://luoshi.example.com，末尾不带斜杠' })
  publicUrl?: string;

  @IsIn(['true', 'false'], { message: '应为 true 或 false' })
  webhookAllowPrivate: 'true' | 'false' = 'false';

  @IsString()
  timeZone = 'Asia/Shanghai';

  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
    message: '应为 silent、fatal、error、warn、info、debug、trace 之一',
  })
  logLevel = 'warn';
}

/** The environment variable of each setting, and what it is for. */
export const SETTINGS: Record<keyof Settings, { variable: string; about: string }> = {
  port: { variable: 'PORT', about: '网页与接口的端口' },
  host: { variable: 'HOST', about: '监听的地址；供其他电脑访问时设为 0.0.0.0' },
  databaseUrl: { variable: 'DATABASE_URL', about: 'PostgreSQL（≥ 15）地址；不设时使用自带的 PostgreSQL' },
  redisUrl: { variable: 'REDIS_URL', about: '任务队列用的 Redis 地址；不设时队列存放在 PostgreSQL' },
  smtpUrl: { variable: 'SMTP_URL', about: '发信服务器；不设时邮件只存入本机邮箱' },
  smtpConnections: { variable: 'SMTP_CONNECTIONS', about: '同时与发信服务器保持的连接数' },
  mailRate: { variable: 'MAIL_RATE', about: '每个后台任务进程每秒最多发多少封；0 不限' },
  mailFrom: { variable: 'MAIL_FROM', about: '发件人' },
  dataDir: { variable: 'DATA_DIR', about: '自带数据库的存放目录' },
  publicUrl: { variable: 'PUBLIC_URL', about: '用户访问的网址，用于邮件中的链接；https 时登录凭证只经加密连接传送' },
  webhookAllowPrivate: {
    variable: 'WEBHOOK_ALLOW_PRIVATE',
    about: '设为 true 时，群机器人的地址可以在内网或本机',
  },
  timeZone: { variable: 'TIME_ZONE', about: '单位所在时区，完成时限按此时区的日历日计算' },
  logLevel: { variable: 'LOG_LEVEL', about: '日志详细程度' },
};

/** Settings that cannot be used; the message names each variable, its value and what is expected. */
export class SettingsError extends Error {}

/** Reads the settings; an empty variable counts as not set. Throws SettingsError. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const names = Object.keys(SETTINGS) as (keyof Settings)[];
  const given = names.flatMap((name) => {
    const value = env[SETTINGS[name].variable]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const settings = plainToInstance(Settings, Object.fromEntries(given));
  const wrong = validateSync(settings).map(({ property, constraints }) => {
    const { variable } = SETTINGS[property as keyof Settings];
    return `环境变量 ${variable}=${env[variable]}：${Object.values(constraints ?? {})[0]}`;
  });
  if (!zone(settings.timeZone))
    wrong.push(`环境变量 TIME_ZONE=${settings.timeZone}：没有这个时区，应形如 Asia/Shanghai`);
  if (wrong.length > 0) throw new SettingsError(`设置有误。${wrong.join('；')}。请改正后重新启动。`);
  return settings;
}
