package io.bloop.boot.pages;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class PageModel extends ModelDefinition<Page> {

    public static final PageModel PAGE = new PageModel();

    public final StringColumn<Page, String> id =
            column("id", STRING).getter(Page::id).hashKey();
    public final StringColumn<Page, String> createdBy =
            column("createdBy", STRING).getter(Page::createdBy).createdBy();
    public final StringColumn<Page, String> modifiedBy =
            column("modifiedBy", STRING).getter(Page::modifiedBy).modifiedBy();

    private PageModel() {
        super(Page.class);
    }

    @Override
    protected Page create(Values<Page> values) {
        return new Page(values.get(id), values.get(createdBy), values.get(modifiedBy));
    }
}
