import { IsIn } from 'class-validator';

/** The form field beside an uploaded organisation file. */
export class ImportMode {
  /** `preview` only tells what would change. */
  @IsIn(['preview', 'apply'], { message: '请指明是预览还是导入' })
  mode: 'preview' | 'apply';
}
