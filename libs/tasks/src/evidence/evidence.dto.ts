import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

export class OpenAttachment {
  /** Show it in the browser instead of saving it, where its type allows. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true' || value === '1')
  @IsBoolean()
  inline?: boolean;
}
