import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, IsUUID } from 'class-validator';
import { MOST_AT_ONCE } from '../bulk.dto';
import { LIST_COLUMNS, type ListColumn } from '../list-columns';
import { TaskFilter } from '../task-filter.dto';
import { TASK_GROUPINGS, type TaskGrouping } from '../task-grouping';
import { TASK_ORDERS, type TaskOrder } from '../task-orders';

/** The list as it is on screen: its filter, its order, its grouping, and its columns from left to right. */
export class ExportTasks extends TaskFilter {
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsIn(LIST_COLUMNS, { each: true })
  columns?: ListColumn[];

  @IsOptional()
  @IsIn(TASK_ORDERS)
  sort?: TaskOrder;

  @IsOptional()
  @IsIn(TASK_GROUPINGS)
  groupBy?: TaskGrouping;
}

/** Only some tasks, which somebody has chosen. */
export class ExportChosenTasks {
  @ArrayNotEmpty({ message: '请先选择任务' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `一次最多导出所选的 ${MOST_AT_ONCE} 项任务` })
  @IsUUID(undefined, { each: true })
  taskIds: string[];

  @ArrayNotEmpty({ message: '请至少选择一列' })
  @IsIn(LIST_COLUMNS, { each: true })
  columns: ListColumn[];

  @IsOptional()
  @IsIn(TASK_ORDERS)
  sort?: TaskOrder;
}
