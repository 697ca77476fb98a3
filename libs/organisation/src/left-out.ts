import { ValidateIf } from 'class-validator';

/** The field may be missing, but not null: for what has to have a value. */
export const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);
