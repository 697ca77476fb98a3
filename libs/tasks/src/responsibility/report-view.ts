import type { SupportReportView } from './responsibility.view';
import type { SupportReport } from './support-report.entity';

type Reported = Pick<SupportReport, 'id' | 'onBehalfOf' | 'percent' | 'narrative'> & {
  at: Date | string;
  person?: { name: string } | null;
};

/** A report of progress, of the lead unit or of a supporting one, as it is shown. */
export const reportView = (entry: Reported): SupportReportView => ({
  id: entry.id,
  at: new Date(entry.at).toISOString(),
  by: authorOf(entry),
  percent: entry.percent,
  narrative: entry.narrative,
});

/** “李四（代张三）”; an external body that reported through its link stands alone. */
const authorOf = ({ person, onBehalfOf }: Pick<Reported, 'person' | 'onBehalfOf'>) => {
  if (!person) return `${onBehalfOf ?? ''}（外部填报）`;
  return onBehalfOf ? `${person.name}（代${onBehalfOf}）` : person.name;
};
