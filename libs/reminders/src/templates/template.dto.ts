import { IsInt, IsString, MaxLength } from 'class-validator';

/** The words of a mail; a part that is as ours follows ours from then on. */
export class TemplateWords {
  @IsString()
  @MaxLength(10_000, { message: '主题过长，请删减' })
  subject: string;

  @IsString()
  @MaxLength(10_000, { message: '开头过长，请删减' })
  opening: string;

  @IsString()
  @MaxLength(10_000, { message: '结尾过长，请删减' })
  closing: string;
}

export class SetTemplate extends TemplateWords {
  /** The version that was seen; 0 when the words were never changed. */
  @IsInt()
  version: number;
}

export class ResetTemplate {
  @IsInt()
  version: number;
}
