import type { EChartsCoreOption } from 'echarts/core';
import type { Trend } from '../../api/generated';
import { OUTCOMES, percentWord, shortLabel } from './trend-words';
import { t } from '../../language/t';

interface Colours {
  text: string;
  line: string;
  ground: string;
  font: string;
  rate: string;
  /** In the order of OUTCOMES. */
  outcomes: string[];
}

const RATE = t`按期完成率`;

export function trendOption(
  { quarters }: Trend,
  colours: Colours,
  { narrow, moves }: { narrow: boolean; moves: boolean },
): EChartsCoreOption {
  const axis = {
    axisLabel: { color: colours.text },
    axisLine: { lineStyle: { color: colours.line } },
    splitLine: { lineStyle: { color: colours.line } },
    nameTextStyle: { color: colours.text },
  };
  return {
    animation: moves,
    textStyle: { fontFamily: colours.font },
    legend: { top: 0, textStyle: { color: colours.text }, itemGap: narrow ? 8 : 18, itemWidth: 16 },
    grid: {
      left: 4,
      right: 4,
      top: narrow ? 84 : 62,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.rate },
    },
    xAxis: {
      ...axis,
      type: 'category',
      data: quarters.map(({ label }) => shortLabel(label)),
      axisLabel: { ...axis.axisLabel, interval: 0, rotate: narrow ? 50 : 0 },
    },
    yAxis: [
      {
        ...axis,
        type: 'value',
        name: t`任务（项）`,
        minInterval: 1,
        nameTextStyle: { ...axis.nameTextStyle, align: 'left' },
      },
      {
        ...axis,
        type: 'value',
        name: t`按期完成率`,
        min: 0,
        nameTextStyle: { ...axis.nameTextStyle, align: 'right' },
        max: 100,
        splitLine: { show: false },
        axisLabel: { ...axis.axisLabel, formatter: '{value}%' },
      },
    ],
    series: [
      ...OUTCOMES.map(({ key, name }, index) => ({
        type: 'bar',
        stack: 'tasks',
        name,
        barMaxWidth: 44,
        itemStyle: { color: colours.outcomes[index] },
        data: quarters.map((quarter) => quarter[key]),
      })),
      {
        type: 'line',
        name: RATE,
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 9,
        connectNulls: false,
        itemStyle: { color: colours.rate },
        lineStyle: { width: 2 },
        label: {
          // Side by side they would cover each other.
          show: !narrow,
          position: 'top',
          color: colours.rate,
          backgroundColor: colours.ground,
          borderRadius: 3,
          padding: [2, 4],
          formatter: ({ value }: { value: number }) => `${value}%`,
        },
        tooltip: { valueFormatter: (value: number | null) => percentWord(value) },
        data: quarters.map(({ percent }) => percent),
      },
    ],
  };
}
