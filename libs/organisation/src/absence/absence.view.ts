export class AbsenceView {
  id: string;
  personId: string;
  personName: string;
  deputyId: string;
  deputyName: string;
  fromDay: string;
  /** The last day away. */
  toDay: string;
  note: string | null;
}

export class DeputyCandidate {
  id: string;
  name: string;
  /** Positions, and where. */
  places: string;
}
