export class AddressOwner {
  id: string;
  name: string;
}

/** An address that a mail server refused for good. */
export class UndeliverableView {
  address: string;
  answer: string;
  since: string;
  /** Who has this address now; nobody when it was corrected. */
  people: AddressOwner[];
}
