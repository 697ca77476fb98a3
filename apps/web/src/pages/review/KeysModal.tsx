import { Modal } from 'antd';

const KEYS: [string, string][] = [
  ['j / k', '下一条 / 上一条'],
  ['a', '接受（选中多条时可同时指定单位、责任人、时限）'],
  ['e', '编辑'],
  ['o', '只指定单位、责任人、时限，先不接受'],
  ['s', '拆分'],
  ['m', '合并选中的事项；没有选中时与下一条合并'],
  ['r', '驳回'],
  ['u', '撤销上一步（接受、驳回、编辑、拆分、合并、标记）'],
  ['x', '选中或取消选中'],
  ['Shift + X', '选中全部待审核的事项，再按一次取消'],
  ['v', '切换文字和原件'],
  ['g', '去交办已接受的任务'],
  ['?', '显示本说明'],
];

export function KeysModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal open={open} title="快捷键" footer={null} onCancel={onClose}>
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
      <p className="quiet">在输入框中打字时快捷键不起作用。在左侧原文中选中一段文字，可以把漏掉的内容标为事项。</p>
    </Modal>
  );
}
