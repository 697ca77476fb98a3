import { addDays, type Day } from '#language/day';
import type { ExceptionDay } from './working-calendar';

/** One line of a notice: 放假 from the first to the last day, and the weekend days 上班 in exchange. */
interface Festival {
  name: string;
  off: readonly [first: Day, last: Day];
  worked: readonly Day[];
}

/** What the State Council's yearly notice says. */
export interface StatutoryYear {
  year: number;
  /** The notice it is taken from. */
  source: string;
  festivals: readonly Festival[];
}

const festival = (name: string, first: Day, last: Day, ...worked: Day[]): Festival => ({
  name,
  off: [first, last],
  worked,
});

export const STATUTORY_YEARS: readonly StatutoryYear[] = [
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    festivals: [
      festival('元旦', '2024-01-01', '2024-01-01'),
      festival('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      festival('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      festival('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      festival('端午节', '2024-06-10', '2024-06-10'),
      festival('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      festival('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    festivals: [
      festival('元旦', '2025-01-01', '2025-01-01'),
      festival('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      festival('清明节', '2025-04-04', '2025-04-06'),
      festival('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      festival('端午节', '2025-05-31', '2025-06-02'),
      festival('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    festivals: [
      festival('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      festival('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      festival('清明节', '2026-04-04', '2026-04-06'),
      festival('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      festival('端午节', '2026-06-19', '2026-06-21'),
      festival('中秋节', '2026-09-25', '2026-09-27'),
      festival('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];

/** The days of a notice, in order. */
export function exceptionsOf({ festivals }: StatutoryYear): ExceptionDay[] {
  const days = festivals.flatMap(({ name, off: [first, last], worked }) => {
    const exceptions: ExceptionDay[] = worked.map((day) => ({ day, kind: 'workday', name }));
    for (let day = first; day <= last; day = addDays(day, 1)) exceptions.push({ day, kind: 'holiday', name });
    return exceptions;
  });
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}
