/** Percentages offered for one tap: a step ahead, and the quarters that lie beyond it. */
export function presetsFrom(progress: number): { label: string; percent: number }[] {
  const step = progress + 10;
  return [
    ...(step < 100 ? [{ label: '+10%', percent: step }] : []),
    ...[25, 50, 75, 100].filter((percent) => percent > progress).map((percent) => ({ label: `${percent}%`, percent })),
  ];
}
