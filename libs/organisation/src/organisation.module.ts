import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence/absence.entity';
import { AbsencesService } from './absence/absences.service';
import { CalendarException } from './calendar/calendar-exception.entity';
import { CalendarYear } from './calendar/calendar-year.entity';
import { CalendarService } from './calendar/calendar.service';
import { WorkingDay } from './calendar/working-day.entity';
import { WorkingTime } from './calendar/working-time';
import { ActorCache } from './actor-cache';
import { FirstAdministrator } from './first-administrator';
import { OrganisationImportService } from './import/organisation-import.service';
import { PeopleDirectory } from './people-directory';
import { PeopleService } from './people.service';
import { Person } from './person.entity';
import { Position } from './position.entity';
import { RoleGrant } from './role-grant.entity';
import { SetUpDismissal } from './set-up/set-up-dismissal.entity';
import { Session } from './session.entity';
import { SessionsService } from './sessions.service';
import { SignInLimiter } from './sign-in-limiter';
import { Responsibilities } from './succession/responsibilities';
import { SuccessionService } from './succession/succession.service';
import { UnitDirectory } from './unit-directory';
import { Unit } from './unit.entity';
import { UnitsService } from './units.service';

const SERVICES = [
  SessionsService,
  UnitsService,
  PeopleService,
  OrganisationImportService,
  CalendarService,
  WorkingTime,
  UnitDirectory,
  PeopleDirectory,
  FirstAdministrator,
  AbsencesService,
  Responsibilities,
  SuccessionService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Unit, Person, Position, RoleGrant, Session, Absence, SetUpDismissal]),
    TypeOrmModule.forFeature([CalendarYear, CalendarException, WorkingDay]),
  ],
  providers: [ActorCache, SignInLimiter, ...SERVICES],
  exports: SERVICES,
})
export class OrganisationModule {}
