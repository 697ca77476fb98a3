import { Clock } from '../../libs/platform/src/clock';
import type { TestApplication } from './application';

/** Has the application's only source of time stand still at `instant` (ISO 8601). */
export function setClock({ app }: Pick<TestApplication, 'app'>, instant: string): void {
  jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date(instant));
}
