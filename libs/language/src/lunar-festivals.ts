import type { Day } from './day';

/** 春节 (the first day of the first lunar month), from the Purple Mountain Observatory's almanac. */
const SPRING_FESTIVAL: Readonly<Record<number, string>> = {
  2012: '01-23',
  2013: '02-10',
  2014: '01-31',
  2015: '02-19',
  2016: '02-08',
  2017: '01-28',
  2018: '02-16',
  2019: '02-05',
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
};
const MID_AUTUMN: Readonly<Record<number, string>> = {
  2018: '09-24',
  2019: '09-13',
  2020: '10-01',
  2021: '09-21',
  2022: '09-10',
  2023: '09-29',
  2024: '09-17',
  2025: '10-06',
  2026: '09-25',
  2027: '09-15',
  2028: '10-03',
  2029: '09-22',
  2030: '09-12',
};
/** Festivals on a fixed day of the civil calendar, and 清明 on its commonest one. */
const FIXED: Readonly<Record<string, string>> = {
  元旦: '01-01',
  三八: '03-08',
  清明: '04-05',
  五一: '05-01',
  劳动节: '05-01',
  五四: '05-04',
  六一: '06-01',
  七一: '07-01',
  八一: '08-01',
  教师节: '09-10',
  国庆: '10-01',
  十一: '10-01',
};

/** The day of a festival in a year; null when the almanac at hand does not reach that year. */
export function festivalDay(name: string, year: number): Day | null {
  const date = name === '春节' ? SPRING_FESTIVAL[year] : name === '中秋' ? MID_AUTUMN[year] : FIXED[name];
  return date === undefined ? null : `${year}-${date}`;
}
