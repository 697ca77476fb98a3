import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { Cause } from './cause.entity';
import { LookBack } from './look-back.entity';
import { Measure } from './measure.entity';
import { Problem } from './problem.entity';
import { ProblemsService } from './problems.service';
import { Satisfaction } from './satisfaction.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([Problem, Cause, Measure, Satisfaction, LookBack]),
    OrganisationModule,
    TasksModule,
  ],
  providers: [ProblemsService],
  exports: [ProblemsService],
})
export class RectificationModule {}
