import { useEffect, type RefObject } from 'react';

/** Where in a pane one looks: a quarter below its upper edge. */
const EYE = 0.25;

interface Side {
  pane: HTMLElement;
  /** What stands for an item on this side. */
  parts: () => HTMLElement[];
  idOf: (part: HTMLElement) => string | undefined;
}

const eyeOf = (pane: HTMLElement) => pane.getBoundingClientRect().top + pane.clientHeight * EYE;

/** The part at the height of the eye, else the last one above it, else the first one. */
function partAtEye({ pane, parts }: Side): HTMLElement | undefined {
  const eye = eyeOf(pane);
  const all = parts();
  return all.findLast((part) => part.getBoundingClientRect().top <= eye) ?? all[0];
}

/**
 * 同步滚动: while somebody moves through one pane, the other shows the same item. Only a hand on a pane leads (wheel, finger, scroll bar,
 * keys of paging); what the desk itself moves does not, or the panes would chase each other.
 */
export function useSync(on: boolean, text: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!on || !text.current || !list.current) return;
    const sides: [Side, Side] = [
      {
        pane: text.current,
        parts: () => within(text.current, '.mark[data-first]'),
        idOf: ({ dataset }) => dataset.item,
      },
      { pane: list.current, parts: () => within(list.current, '[data-card]'), idOf: ({ dataset }) => dataset.card },
    ];
    let leader: Side | null = null;
    let frame = 0;
    const follow = (led: Side, follower: Side) => {
      const part = partAtEye(led);
      const id = part && led.idOf(part);
      const other = id && follower.parts().find((one) => follower.idOf(one) === id);
      if (other) follower.pane.scrollTop += other.getBoundingClientRect().top - eyeOf(follower.pane);
    };
    const ends = sides.map((side, index) => {
      const lead = () => (leader = side);
      const onKey = ({ key }: KeyboardEvent) => {
        if (/^(Page|Arrow|Home|End)/.test(key)) lead();
        else leader = null;
      };
      const onScroll = () => {
        if (leader !== side) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => follow(side, sides[1 - index]));
      };
      const give = () => (leader = null);
      const { pane } = side;
      // A press on the pane itself is one on its scroll bar; on what is in it, it picks.
      const onPress = ({ target }: Event) => (target === pane ? lead() : give());
      const listeners: [string, EventListener][] = [
        ['wheel', lead],
        ['touchmove', lead],
        ['pointerdown', onPress],
        ['keydown', onKey as EventListener],
        ['scroll', onScroll],
      ];
      for (const [name, listener] of listeners) pane.addEventListener(name, listener, { passive: true });
      return () => {
        for (const [name, listener] of listeners) pane.removeEventListener(name, listener);
      };
    });
    return () => {
      cancelAnimationFrame(frame);
      for (const end of ends) end();
    };
  }, [on, text, list]);
}

const within = (pane: HTMLElement | null, selector: string) => [
  ...(pane?.querySelectorAll<HTMLElement>(selector) ?? []),
];
