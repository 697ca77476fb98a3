import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Person } from '#organisation/person.entity';
import type { UnsubscribeView } from '../progress-links/link.view';
import { MailLinks } from '../progress-links/mail-links';
import type { OptionalKind } from '../rules';
import { preferenceOf, PreferencesService } from './preferences.service';

/** 退订: by the link in a mail, without signing in; one comes back in the settings. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly db: DataSource,
    private readonly links: MailLinks,
    private readonly preferences: PreferencesService,
  ) {}

  /** Throws link.unknown, link.expired or link.too-many-requests. */
  async open(token: string): Promise<UnsubscribeView> {
    const { person, kinds } = await this.find(token);
    const { declined } = await preferenceOf(this.db.manager, person.id);
    return { personName: person.name, kinds, declined: kinds.every((kind) => declined.includes(kind)) };
  }

  /** The same refusals; doing it again changes nothing. */
  async decline(token: string): Promise<UnsubscribeView> {
    const { person, kinds } = await this.find(token);
    const doer = { personId: person.id, name: `${person.name}（邮件退订）` };
    await this.preferences.decline(doer, person.id, kinds);
    return { personName: person.name, kinds, declined: true };
  }

  private async find(token: string): Promise<{ person: Person; kinds: OptionalKind[] }> {
    const { parts } = await this.links.read('unsubscribe', token);
    const [id, ...kinds] = parts;
    return { person: await this.db.manager.findOneByOrFail(Person, { id }), kinds: kinds as OptionalKind[] };
  }
}
