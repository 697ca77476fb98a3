import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '#organisation/organisation.module';
import { TasksModule } from '#tasks/tasks.module';
import { Cause } from './cause.entity';
import { CausesService } from './causes.service';
import { HookedLeadersService } from './hooked-leaders.service';
import { CheckMoves } from './inspections/check-moves';
import { ChecksService } from './inspections/checks.service';
import { FindingsService } from './inspections/findings.service';
import { InspectionCheck } from './inspections/inspection-check.entity';
import { InspectionFinding } from './inspections/inspection-finding.entity';
import { InspectionInspector } from './inspections/inspection-inspector.entity';
import { InspectionRound } from './inspections/inspection-round.entity';
import { MaterialService } from './inspections/material.service';
import { RoundsService } from './inspections/rounds.service';
import { LookBack } from './look-back.entity';
import { Measure } from './measure.entity';
import { MeasuresService } from './measures.service';
import { ProblemEvidenceService } from './problem-evidence.service';
import { ProblemFacts } from './problem-facts';
import { ProblemMoves } from './problem-moves';
import { ProblemResponsibilities } from './problem-responsibilities';
import { Problem } from './problem.entity';
import { ProblemsService } from './problems.service';
import { RectificationService } from './rectification.service';
import { Satisfaction } from './satisfaction.entity';
import { ThreeListsFileService } from './three-lists-file.service';

const INSPECTIONS = [InspectionRound, InspectionCheck, InspectionInspector, InspectionFinding];
const SERVICES = [
  ...[ProblemsService, RectificationService, CausesService, MeasuresService, ThreeListsFileService],
  ...[ProblemEvidenceService, HookedLeadersService, RoundsService, ChecksService, FindingsService, MaterialService],
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Problem, Cause, Measure, Satisfaction, LookBack, ...INSPECTIONS]),
    OrganisationModule,
    TasksModule,
  ],
  providers: [...SERVICES, ProblemMoves, ProblemFacts, ProblemResponsibilities, CheckMoves],
  exports: SERVICES,
})
export class RectificationModule {}
