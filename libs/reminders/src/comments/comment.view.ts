export class MentionView {
  personId: string;
  /** As they stand in the text behind the @. */
  words: string;
}

export class CommentView {
  id: string;
  at: string;
  by: string;
  /** Null when it was deleted: only that it was there is shown. */
  text: string | null;
  mentions: MentionView[];
  editedAt: string | null;
  deletedAt: string | null;
  /** Whether the present person wrote it. */
  mine: boolean;
  /** Until when he may still change it; null when it is not his, or deleted. */
  editableUntil: string | null;
}

export class TaskComments {
  /** The newest five hundred, the oldest of them first. */
  rows: CommentView[];
  total: number;
  mayComment: boolean;
}

/** Somebody who may see the task. */
export class MentionablePerson {
  id: string;
  name: string;
  /** His units and positions there. */
  places: string;
  /** What names him and nobody else behind an @: of two people with the same name, with the unit. */
  words: string;
}
