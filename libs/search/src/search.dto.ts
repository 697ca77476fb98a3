import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { SEARCH_KINDS, type SearchKind } from './search.view';

export class SearchFor {
  /** Words of at least two characters; a text must contain all of them. Quotation marks hold words together. */
  @IsString({ message: '请输入要搜索的词' })
  @MaxLength(100, { message: '搜索的词不超过 100 字' })
  q: string;

  /** Only this kind; left out, the first hits of every kind. */
  @IsOptional()
  @IsIn(SEARCH_KINDS)
  kind?: SearchKind;

  /** The next page of one kind. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
