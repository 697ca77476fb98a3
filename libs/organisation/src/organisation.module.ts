import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FirstAdministrator } from './first-administrator';
import { OrganisationImportService } from './import/organisation-import.service';
import { PeopleDirectory } from './people-directory';
import { PeopleService } from './people.service';
import { Person } from './person.entity';
import { Position } from './position.entity';
import { RoleGrant } from './role-grant.entity';
import { Session } from './session.entity';
import { SessionsService } from './sessions.service';
import { SignInLimiter } from './sign-in-limiter';
import { UnitDirectory } from './unit-directory';
import { Unit } from './unit.entity';
import { UnitsService } from './units.service';

const SERVICES = [
  SessionsService,
  UnitsService,
  PeopleService,
  OrganisationImportService,
  UnitDirectory,
  PeopleDirectory,
  FirstAdministrator,
];

@Module({
  imports: [TypeOrmModule.forFeature([Unit, Person, Position, RoleGrant, Session])],
  providers: [SignInLimiter, ...SERVICES],
  exports: SERVICES,
})
export class OrganisationModule {}
