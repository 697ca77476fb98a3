import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { Cause } from './cause.entity';
import { Measure } from './measure.entity';
import { Problem } from './problem.entity';
import { ProblemsService } from './problems.service';

@Module({
  imports: [TypeOrmModule.forFeature([Problem, Cause, Measure]), OrganisationModule, TasksModule],
  providers: [ProblemsService],
  exports: [ProblemsService],
})
export class RectificationModule {}
