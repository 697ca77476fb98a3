import { Module } from '@nestjs/common';
import { OrganisationModule } from '#organisation/organisation.module';
import { RectificationModule } from '#rectification/rectification.module';
import { TasksModule } from '#tasks/tasks.module';
import { AcceptanceService } from './acceptance.service';
import { EditionReview } from './edition-review.service';
import { ReviewScope } from './review-scope';
import { ReviewService } from './review.service';

@Module({
  imports: [OrganisationModule, TasksModule, RectificationModule],
  providers: [ReviewScope, ReviewService, AcceptanceService, EditionReview],
  exports: [ReviewService, AcceptanceService, EditionReview],
})
export class ReviewModule {}
