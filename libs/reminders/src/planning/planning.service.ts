import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock';
import { planDue } from './plan-due';

/** Puts what is due into the ledger. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async plan(): Promise<void> {
    await planDue(this.db.manager, this.clock.today());
  }
}
