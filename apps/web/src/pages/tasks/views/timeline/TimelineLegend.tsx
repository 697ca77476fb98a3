import { t } from '../../../../language/t';
/** What the signs of a track mean. */
export function TimelineLegend() {
  return (
    <ul className="track-legend" aria-label={t`图例`}>
      <li>
        <i className="bar-sample" data-light="green">
          <i />
        </i>
        {t`交办至时限，深色为已完成进度`}
      </li>
      <li>
        <i className="late-sample" data-light="red" />
        {t`超过时限`}
      </li>
      <li>
        <i className="original-sample" />
        {t`延期前的原定时限`}
      </li>
      <li>
        <i className="stage-sample" />
        {t`阶段目标（实心为已完成）`}
      </li>
    </ul>
  );
}
