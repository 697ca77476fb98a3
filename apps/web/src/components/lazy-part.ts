import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component that is loaded when it is first shown; `name` is the one under which its file exports it. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await load())[name] }));
}
