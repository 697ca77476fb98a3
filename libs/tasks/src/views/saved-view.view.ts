import { ColumnChoice } from './saved-view.dto';

export class SavedViewLine {
  id: string;
  name: string;
  query: string;
  columns: ColumnChoice[];
  /** The unit it is shared with; null: it is one's own. */
  unitId: string | null;
  unitName: string | null;
  ownerName: string;
  /** Whether the present person may change or remove it. */
  mayChange: boolean;
  version: number;
}

/** How the task list may be looked at. */
export class ListViews {
  /** One's own first, then those that are shared; each by name. */
  views: SavedViewLine[];
  /** Null: as the list stands at first. */
  columns: ColumnChoice[] | null;
  defaultViewId: string | null;
}
