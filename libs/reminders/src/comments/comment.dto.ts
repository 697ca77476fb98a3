import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export const MOST_MENTIONED = 20;

export class MentionInput {
  @IsUUID()
  personId: string;

  /** As they stand in the text behind the @. */
  @Length(1, 200)
  words: string;
}

export class WriteComment {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value,
  )
  @Length(1, 2000, { message: '请填写评论，不超过 2000 字' })
  text: string;

  /** Who is named in the text; those whose words do not stand in it any more are left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_MENTIONED, { message: `一条评论最多提到 ${MOST_MENTIONED} 人` })
  @ValidateNested({ each: true })
  @Type(() => MentionInput)
  mentions?: MentionInput[];
}

export class FindMentionable {
  /** Part of a name or of a login. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}
