import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';
import { ChangeSavedView, SaveView, SetListPreference } from '#tasks/views/saved-view.dto';
import { ListViews, SavedViewLine } from '#tasks/views/saved-view.view';
import { SavedViewsService } from '#tasks/views/saved-views.service';

/** Everybody keeps views of his own; who may share one is decided there. */
@ApiTags('saved-views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @AnyPerson()
  listViews(@Me() me: Actor): Promise<ListViews> {
    return this.views.list(me);
  }

  @Post()
  @AnyPerson()
  saveView(@Me() me: Actor, @Body() ask: SaveView): Promise<SavedViewLine> {
    return this.views.create(me, ask);
  }

  /** The columns one looks at, and with which view the list opens. */
  @Put('preference')
  @AnyPerson()
  setListPreference(@Me() me: Actor, @Body() ask: SetListPreference): Promise<ListViews> {
    return this.views.prefer(me, ask);
  }

  @Put(':id')
  @AnyPerson()
  changeView(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangeSavedView,
  ): Promise<SavedViewLine> {
    return this.views.change(me, id, ask);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnyPerson()
  removeView(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.remove(me, id);
  }
}
