import { Button, Checkbox, Segmented, Select } from 'antd';
import type { ReportItemView } from '../../api/generated';
import { isDoubtful, isOpen, ORDERS, STATES, type Order, type State } from './arrangement';
import { t } from '../../language/t';

export type Many = 'accept' | 'own' | 'merge' | 'reject';

interface Props {
  items: readonly ReportItemView[];
  shown: readonly ReportItemView[];
  chosen: ReadonlySet<string>;
  state: State;
  setState: (state: State) => void;
  order: Order;
  setOrder: (order: Order) => void;
  mayReview: boolean;
  onChooseAll: (ids: string[]) => void;
  onMany: (kind: Many) => void;
}

/** Which items are shown and in what order, and what is done with those chosen. */
export function ItemToolbar(props: Props) {
  const { items, shown, chosen, state, setState, order, setOrder, mayReview, onMany } = props;
  const open = shown.filter(isOpen);
  const selected = open.filter(({ id }) => chosen.has(id)).length;
  const waiting = items.filter(isDoubtful).length;
  const many = (kind: Many, label: string, least: number, primary = false) => (
    <Button
      size="small"
      type={primary ? 'primary' : 'default'}
      disabled={selected < least}
      onClick={() => onMany(kind)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className="desk-bar">
        <Select<State>
          size="small"
          aria-label={t`审核状态`}
          value={state}
          onChange={setState}
          popupMatchSelectWidth={false}
          options={(Object.keys(STATES) as State[]).map((value) => ({ value, label: STATES[value] }))}
        />
        <Segmented<Order>
          size="small"
          aria-label={t`排列顺序`}
          value={order}
          onChange={setOrder}
          options={(Object.keys(ORDERS) as Order[]).map((value) => ({ value, label: ORDERS[value] }))}
        />
        {waiting > 0 && (
          <span className="desk-doubt">
            {waiting} {t`条请重点核对`}
          </span>
        )}
      </div>
      {mayReview && open.length > 0 && (
        <div className="desk-bar">
          <Checkbox
            checked={selected === open.length}
            indeterminate={selected > 0 && selected < open.length}
            onChange={({ target }) => props.onChooseAll(target.checked ? open.map(({ id }) => id) : [])}
          >
            {t`全选待审`} {open.length} {t`条`}
          </Checkbox>
          {many('accept', t`接受选中`, 1, true)}
          {many('own', t`指定责任`, 1)}
          {many('merge', t`合并`, 2)}
          {many('reject', t`驳回选中`, 1)}
          {selected > 0 && (
            <span className="quiet small">
              {t`已选`} {selected} {t`条`}
            </span>
          )}
        </div>
      )}
    </>
  );
}
