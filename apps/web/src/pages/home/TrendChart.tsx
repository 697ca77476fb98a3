import { Grid, theme } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Trend } from '../../api/generated';
import { trendOption } from './trend-option';
import { OUTCOMES, outcomeAddress, percentWord, quarterAddress } from './trend-words';
import { t } from '../../language/t';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A colour of the stylesheet as the chart can read it. */
function resolved(inside: HTMLElement, colour: string): string {
  const probe = inside.appendChild(document.createElement('span'));
  probe.style.color = colour;
  const read = getComputedStyle(probe).color;
  probe.remove();
  return read;
}

/** Bars of what became of the tasks and the line of the rate; a bar or a point opens its rows. The table says the same to everybody. */
export default function TrendChart({ trend }: { trend: Trend }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const navigate = useNavigate();
  const { token } = theme.useToken();
  const narrow = !Grid.useBreakpoint().md;

  useEffect(() => {
    const inside = frame.current as HTMLDivElement;
    const made = init(inside, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(inside);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const made = chart.current;
    const inside = frame.current;
    if (!made || !inside) return;
    const colours = {
      text: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      ground: token.colorBgElevated,
      font: token.fontFamily,
      rate: token.colorText,
      outcomes: OUTCOMES.map(({ colour }) => resolved(inside, colour)),
    };
    made.setOption(trendOption(trend, colours, { narrow, moves: token.motion }), true);
    const open = ({ seriesIndex = 0, dataIndex }: { seriesIndex?: number; dataIndex: number }) => {
      const quarter = trend.quarters[dataIndex];
      const outcome = OUTCOMES.at(seriesIndex);
      // The series after the outcomes is the rate.
      void navigate(outcome ? outcomeAddress(trend.unitId, quarter, outcome) : quarterAddress(trend.unitId, quarter));
    };
    made.on('click', open);
    return () => void made.off('click', open);
  }, [trend, token, narrow, navigate]);

  const words = trend.quarters.map(
    ({ label, due, percent }) => t`${label}应办${due}项，按期完成率${percentWord(percent)}`,
  );
  return <div className="trend-chart" ref={frame} role="img" aria-label={t`完成情况图。${words.join('；')}`} />;
}
