import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { SearchFor } from '#search/search.dto';
import { SearchService } from '#search/search.service';
import { SearchResult } from '#search/search.view';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @AnyPerson()
  searchAll(@Me() me: Actor, @Query() ask: SearchFor): Promise<SearchResult> {
    return this.search.search(me, ask);
  }
}
