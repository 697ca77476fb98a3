import { Modal } from 'antd';
import { t } from '../../language/t';

const KEYS: [string, string][] = [
  ['j / k', t`下一条 / 上一条`],
  ['a', t`接受（选中多条时可同时指定单位、责任人、时限）`],
  ['e', t`编辑`],
  ['o', t`只指定单位、责任人、时限，先不接受`],
  ['s', t`拆分`],
  ['m', t`合并选中的事项；没有选中时与下一条合并`],
  ['r', t`驳回`],
  ['u', t`撤销上一步（接受、驳回、编辑、拆分、合并、标记）`],
  ['x', t`选中或取消选中`],
  ['Shift + X', t`选中全部待审核的事项，再按一次取消`],
  ['v', t`切换文字和原件`],
  ['g', t`去交办已接受的任务`],
  ['?', t`显示本说明`],
];

export function KeysModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} title={t`快捷键`} footer={null} onCancel={onClose}>
      <table className="desk-keys">
        <tbody>
          {KEYS.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t`在输入框中打字时快捷键不起作用。在左侧原文中选中一段文字，可以把漏掉的内容标为事项。`}</p>
    </Modal>
  );
}
