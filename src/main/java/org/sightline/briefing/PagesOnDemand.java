package org.sightline.briefing;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/** Pages that are each made once, when first asked for. Not to be changed; safe for any thread. */
final class PagesOnDemand extends AbstractList<Page> implements RandomAccess {
    private final AtomicReferenceArray<Page> made;
    private final IntFunction<Page> making;

    PagesOnDemand(int size, IntFunction<Page> making) {
        this.made = new AtomicReferenceArray<>(size);
        this.making = making;
    }

    @Override
    public Page get(int index) {
        Page before = made.get(index);
        if (before != null) {
            return before;
        }
        made.compareAndSet(index, null, making.apply(index));
        return Objects.requireNonNull(made.get(index));
    }

    @Override
    public int size() {
        return made.length();
    }
}
