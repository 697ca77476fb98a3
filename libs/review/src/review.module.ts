import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { RectificationModule } from '#rectification/rectification.module';
import { TasksModule } from '#tasks/tasks.module';
import { AcceptanceService } from './acceptance.service';
import { EditionReview } from './edition-review.service';
import { ReviewScope } from './review-scope';
import { ReviewService } from './review.service';
import { ReviewStep } from './undo/review-step.entity';
import { UndoService } from './undo/undo.service';

@Module({
  imports: [TypeOrmModule.forFeature([ReviewStep]), OrganisationModule, TasksModule, RectificationModule],
  providers: [ReviewScope, ReviewService, AcceptanceService, EditionReview, UndoService],
  exports: [ReviewService, AcceptanceService, EditionReview, UndoService],
})
export class ReviewModule {}
