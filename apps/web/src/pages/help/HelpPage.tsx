import { useMe } from '../../session/session';
import { ROLE_HELP, TERMS } from './help-content';
import './help.css';
import { t } from '../../language/t';

/** 使用说明: what each role does, one's own roles first. */
export default function HelpPage() {
  const { roles } = useMe();
  const own = new Set(roles.map(({ role }) => role));
  const ordered = ROLE_HELP.toSorted((a, b) => Number(own.has(b.role)) - Number(own.has(a.role)));
  return (
    <div className="page help">
      <div className="page-head">
        <h1 className="grow">{t`使用说明`}</h1>
        <span className="quiet small">{t`在任何页面按 F1 打开`}</span>
      </div>
      <p>
        {t`落实把工作报告中的“下一步工作”和“存在的问题”变成有人负责、有时限的任务，提醒、核实，直到销号；每项任务都能回到报告中的原句。`}
      </p>
      {ordered.map(({ role, name, job, steps }) => (
        <section key={role} className="help-role" aria-label={name}>
          <h2>
            {name}
            {own.has(role) && <span className="help-own">{t`您的角色`}</span>}
          </h2>
          <p>{job}</p>
          <ol>
            {steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
      <section className="help-role" aria-label={t`名词`}>
        <h2>{t`名词`}</h2>
        <dl className="help-terms">
          {TERMS.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="help-role" aria-label={t`键盘`}>
        <h2>{t`键盘`}</h2>
        <p>
          <kbd>/</kbd> {t`搜索任务、问题和报告原文；`}
          <kbd>F1</kbd> {t`打开本页；审核台中按`} <kbd>?</kbd> {t`查看审核台的快捷键。`}
        </p>
      </section>
    </div>
  );
}
