package com.acme

import com.acme.OfDefaultsModel.OF_DEFAULTS
import com.acme.OfValuesModel.OF_VALUES
import com.acme.OfVariablesModel.OF_VARIABLES
import io.bloop.annotation.GlobalSecondaryIndex
import io.bloop.annotation.HashKey
import io.bloop.annotation.KeepInitial
import io.bloop.annotation.Model
import io.bloop.annotation.Projection
import io.bloop.annotation.StoredWith
import io.bloop.model.BaseModel
import io.bloop.model.Notebook
import io.bloop.model.Notebook.Content
import io.bloop.model.Notebook.Kind
import io.bloop.model.NothingIsLost
import java.time.DayOfWeek
import java.util.ArrayDeque
import java.util.Deque
import java.util.EnumMap

/** What the data classes below have in common. */
@StoredWith(holder = Notebook::class, constant = "PLACE")
@StoredWith(holder = Notebook::class, constant = "LABEL")
@StoredWith(holder = Notebook::class, constant = "SHAPE")
@GlobalSecondaryIndex(name = "all", hashKey = ["id"], projection = Projection.ALL)
@GlobalSecondaryIndex(name = "keys", hashKey = ["id"], projection = Projection.KEYS)
@GlobalSecondaryIndex(
    name = "some",
    hashKey = ["id"],
    projection = Projection.INCLUDE,
    include = ["title", "pages", "tags", "place"],
)
interface Shelf : Notebook

/** A data class of read-only properties. */
@Model
data class OfValues(
    @HashKey val id: String,
    val title: String?,
    val pages: Long,
    val cover: ByteArray?,
    val tags: Set<String>?,
    val notes: List<String?>?,
    val counts: Map<String, Int?>?,
    val nested: List<Set<Long>?>?,
    val place: Notebook.Place?,
    val label: Notebook.Label?,
    val queue: Deque<String>?,
    val scores: DoubleArray?,
    val days: EnumMap<DayOfWeek, Int>?,
    val shapes: List<Notebook.Shape>?,
) : Shelf {
    override fun id() = id

    override fun content() = Content().also {
        it.title = title
        it.pages = pages
        it.cover = cover
        it.tags = tags
        it.notes = notes
        it.counts = counts
        it.nested = nested
        it.place = place
        it.label = label
        it.queue = queue
        it.scores = scores
        it.days = days
        it.shapes = shapes
    }
}

/** A data class of read-only properties, whose default arguments stand for what is absent. */
@Model
data class OfDefaults @JvmOverloads constructor(
    @HashKey val id: String,
    @KeepInitial val title: String? = "initial",
    @KeepInitial val pages: Long = 3,
    @KeepInitial val cover: ByteArray? = byteArrayOf(7),
    @KeepInitial val tags: MutableSet<String>? = mutableSetOf("initial"),
    @KeepInitial val notes: MutableList<String?>? = mutableListOf("initial"),
    @KeepInitial val counts: MutableMap<String, Int?>? = mutableMapOf("initial" to 1),
    @KeepInitial val nested: MutableList<MutableSet<Long>?>? = mutableListOf(),
    val place: Notebook.Place? = null,
    @KeepInitial val label: Notebook.Label? = Notebook.Label("initial", Notebook.Room()),
    @KeepInitial val queue: Deque<String>? = ArrayDeque(listOf("initial")),
    @KeepInitial val scores: DoubleArray? = doubleArrayOf(7.0),
    @KeepInitial val days: EnumMap<DayOfWeek, Int>? = EnumMap(mapOf(DayOfWeek.FRIDAY to 5)),
    @KeepInitial val shapes: MutableList<Notebook.Shape>? = null,
) : Shelf {
    override fun id() = id

    override fun content() = Content().also {
        it.title = title
        it.pages = pages
        it.cover = cover
        it.tags = tags
        it.notes = notes
        it.counts = counts
        it.nested = nested
        it.place = place
        it.label = label
        it.queue = queue
        it.scores = scores
        it.days = days
        it.shapes = shapes
    }
}

/** A data class of properties that can be set, which is tracked. */
@Model
data class OfVariables(
    @HashKey var id: String,
    var title: String?,
    var pages: Long,
    var cover: ByteArray?,
    var tags: MutableSet<String>?,
    var notes: MutableList<String?>?,
    var counts: MutableMap<String, Int?>?,
    var nested: MutableList<MutableSet<Long>?>?,
    var place: Notebook.Place?,
    var label: Notebook.Label?,
    var queue: Deque<String>?,
    var scores: DoubleArray?,
    var days: EnumMap<DayOfWeek, Int>?,
    var shapes: MutableList<Notebook.Shape>?,
) : BaseModel(), Shelf {
    override fun id() = id

    override fun content() = Content().also {
        it.title = title
        it.pages = pages
        it.cover = cover
        it.tags = tags
        it.notes = notes
        it.counts = counts
        it.nested = nested
        it.place = place
        it.label = label
        it.queue = queue
        it.scores = scores
        it.days = days
        it.shapes = shapes
    }

    fun edited(c: Content) = apply {
        title = c.title
        pages = c.pages
        cover = c.cover
        tags = c.tags
        notes = c.notes
        counts = c.counts
        nested = c.nested
        place = c.place
        label = c.label
        queue = c.queue
        scores = c.scores
        days = c.days
        shapes = c.shapes
    }
}

/** Loads, edits and saves objects of data classes. */
class NotebookTests : NothingIsLost(
    listOf(
        Kind.immutable(OF_VALUES) { id, c ->
            OfValues(
                id,
                c.title,
                c.pages,
                c.cover,
                c.tags,
                c.notes,
                c.counts,
                c.nested,
                c.place,
                c.label,
                c.queue,
                c.scores,
                c.days,
                c.shapes,
            )
        },
        Kind.immutable(OF_DEFAULTS) { id, c ->
            OfDefaults(
                id,
                c.title,
                c.pages,
                c.cover,
                c.tags,
                c.notes,
                c.counts,
                c.nested,
                c.place,
                c.label,
                c.queue,
                c.scores,
                c.days,
                c.shapes,
            )
        },
        Kind(
            OF_VARIABLES,
            true,
            { id -> OfVariables(id, null, 0, null, null, null, null, null, null, null, null, null, null, null) },
            { loaded, c -> loaded.edited(c) },
        ),
    ),
)
