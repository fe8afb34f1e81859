package io.caravan.usecase.privacy;

import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.Erasures;
import java.util.List;

/** Tells which payers were to be forgotten lately, and how far that has come. */
public class ListErasures {

    private static final int MOST = 50;

    private final Erasures erasures;

    public ListErasures(Erasures erasures) {
        this.erasures = erasures;
    }

    public List<Erasure> list() {
        return erasures.newest(MOST);
    }
}
