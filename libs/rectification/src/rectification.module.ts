import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { Cause } from './cause.entity';
import { CausesService } from './causes.service';
import { LookBack } from './look-back.entity';
import { Measure } from './measure.entity';
import { MeasuresService } from './measures.service';
import { ProblemFacts } from './problem-facts';
import { ProblemMoves } from './problem-moves';
import { ProblemResponsibilities } from './problem-responsibilities';
import { Problem } from './problem.entity';
import { ProblemsService } from './problems.service';
import { RectificationService } from './rectification.service';
import { Satisfaction } from './satisfaction.entity';
import { ThreeListsFileService } from './three-lists-file.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Problem, Cause, Measure, Satisfaction, LookBack]),
    OrganisationModule,
    TasksModule,
  ],
  providers: [
    ...[ProblemsService, RectificationService, CausesService, MeasuresService, ThreeListsFileService],
    ...[ProblemMoves, ProblemFacts, ProblemResponsibilities],
  ],
  exports: [ProblemsService, RectificationService, CausesService, MeasuresService, ThreeListsFileService],
})
export class RectificationModule {}
