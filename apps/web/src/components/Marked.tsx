import { Fragment } from 'react';
import type { MarkedText } from '../api/generated';

/** A text in which the words searched for are marked. */
export function Marked({ value: { text, marks } }: { value: MarkedText }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
