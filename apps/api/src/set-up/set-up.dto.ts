import { IsBoolean } from 'class-validator';

export class DismissSetUp {
  /** False takes it up again. */
  @IsBoolean()
  dismissed: boolean;
}
