import type { ReportItemView } from '../../api/generated';
import { EditModal } from './EditModal';
import { OwnerModal } from './OwnerModal';
import { RejectModal } from './RejectModal';
import { SplitModal } from './SplitModal';
import type { Review } from './useReview';

export type Dialog =
  | { kind: 'edit'; item: ReportItemView }
  | { kind: 'split'; item: ReportItemView }
  | { kind: 'reject' | 'accept' | 'own'; items: ReportItemView[] };

interface Props {
  dialog: Dialog;
  review: Review;
  /** With the ids of what was decided, when something was. */
  onClose: (decided?: string[]) => void;
}

/** The dialog that is open on the desk. */
export function DeskDialogs({ dialog, review, onClose }: Props) {
  if (dialog.kind === 'edit') return <EditModal item={dialog.item} review={review} onClose={() => onClose()} />;
  if (dialog.kind === 'split') return <SplitModal item={dialog.item} review={review} onClose={() => onClose()} />;
  const { kind, items } = dialog;
  const close = (done = false) => onClose(done && kind !== 'own' ? items.map(({ id }) => id) : undefined);
  if (kind === 'reject') return <RejectModal items={items} review={review} onClose={close} />;
  return <OwnerModal items={items} review={review} accepting={kind === 'accept'} onClose={close} />;
}
