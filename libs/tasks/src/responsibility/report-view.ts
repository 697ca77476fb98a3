import type { Person } from '#organisation/person.entity';
import type { SupportReportView } from './responsibility.view';
import type { SupportReport } from './support-report.entity';

type Reported = Pick<SupportReport, 'id' | 'at' | 'person' | 'onBehalfOf' | 'percent' | 'narrative'>;

/** A report of progress, of the lead unit or of a supporting one, as it is shown. */
export const reportView = (entry: Reported): SupportReportView => ({
  id: entry.id,
  at: entry.at.toISOString(),
  by: authorOf(entry),
  percent: entry.percent,
  narrative: entry.narrative,
});

/** “李四（代张三）”; an external body that reported through its link stands alone. */
const authorOf = ({ person, onBehalfOf }: { person?: Person | null; onBehalfOf: string | null }) => {
  if (!person) return `${onBehalfOf ?? ''}（外部填报）`;
  return onBehalfOf ? `${person.name}（代${onBehalfOf}）` : person.name;
};
