import { Module } from '@nestjs/common';
import { OrganisationModule } from '#organisation/organisation.module';
import { AuditService } from './audit.service';

@Module({
  imports: [OrganisationModule],
  providers: [AuditService],
  exports: [AuditService],
})
export class AuditModule {}
