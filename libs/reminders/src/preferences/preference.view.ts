import type { OptionalKind } from '../rules';

/** What a person has chosen; null: as the organisation has it, which stands beside. */
export class PreferenceView {
  sendHour: number | null;
  quietFrom: number | null;
  quietTo: number | null;
  timeZone: string | null;
  declined: OptionalKind[];
  /** From which hour on mails go to whoever has not chosen one. */
  usualSendHour: number;
  usualTimeZone: string;
  /** Where mails go; null: no address is known, and nothing is mailed. */
  address: string | null;
}
