import { Module } from '@nestjs/common';
import { OrganisationModule } from '#organisation/organisation.module';
import { SearchService } from './search.service';

@Module({ imports: [OrganisationModule], providers: [SearchService], exports: [SearchService] })
export class SearchModule {}
