import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ownedRows, type OwnedRows } from '#organisation/succession/owned-rows';
import { Responsibilities } from '#organisation/succession/responsibilities';

const OPEN = `t.status NOT IN ('closed', 'withdrawn')`;

const owned = (
  named: Pick<OwnedRows, 'kind' | 'field' | 'label' | 'successor'>,
  column: 'person_id' | 'leader_id',
): OwnedRows => ({
  ...named,
  ...{ noun: 'problems', subject: 'problem', newVersion: true },
  mine: `problem t JOIN unit u ON u.id = t.unit_id WHERE t.${column} = $1 AND ${OPEN}`,
  move: (tx, ids, _, to) =>
    tx.query(`UPDATE problem SET ${column} = $2, version = version + 1 WHERE id = ANY($1::uuid[])`, [ids, to.id]),
});

/** Tells the succession which problems people answer for. */
@Injectable()
export class ProblemResponsibilities implements OnModuleInit {
  constructor(private readonly responsibilities: Responsibilities) {}

  onModuleInit(): void {
    this.responsibilities.register(
      ownedRows(
        owned({ kind: 'problem-person', field: 'personId', label: '负责整改的问题', successor: 'member' }, 'person_id'),
      ),
      ownedRows(
        owned({ kind: 'problem-leader', field: 'leaderId', label: '挂钩联系的问题', successor: 'leader' }, 'leader_id'),
      ),
    );
  }
}
