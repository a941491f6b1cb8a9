package com.acme

import io.bloop.annotation.BloopRepository
import io.bloop.annotation.Default
import io.bloop.annotation.Document
import io.bloop.annotation.Filter
import io.bloop.annotation.GlobalSecondaryIndex
import io.bloop.annotation.HashKey
import io.bloop.annotation.KeepInitial
import io.bloop.annotation.Model
import io.bloop.annotation.Projection
import io.bloop.annotation.Version
import io.bloop.model.BaseModel
import io.bloop.query.Limit
import io.bloop.query.Page
import java.time.Instant

enum class State { OPEN, DONE }

@Document
data class Author(val name: String, val mail: String? = null)

/** A data class of read-only properties, which is made by its constructor. */
@Model
@GlobalSecondaryIndex(name = "byOwner", hashKey = ["owner"], rangeKey = ["at"], projection = Projection.ALL)
data class Note(
    @HashKey val id: String,
    val owner: String? = null,
    val at: Instant? = null,
    val text: String? = null,
    val clicks: Long = 0,
    val isPinned: Boolean = false,
    @Default("OPEN") val state: State = State.OPEN,
    val tags: Set<String> = emptySet(),
    val author: Author? = null,
    val counts: Map<String, Int> = emptyMap(),
    @Version val version: Long = 0,
)

/** A data class whose default arguments also stand for what is absent in the table. */
@Model
data class Reminder @JvmOverloads constructor(
    @HashKey val id: String,
    val text: String? = null,
    @KeepInitial val retries: Int = 3,
    @KeepInitial val channels: Set<String> = setOf("mail"),
)

/** A tracked class: its key is given when it is made, the rest can be set. */
@Model
class Counter(@HashKey val id: String) : BaseModel() {
    var count: Int = 0
    var label: String? = null
    @KeepInitial var step: Int = 1
}

/** A repository, whose methods the processor implements. */
@BloopRepository(Note::class)
interface Notes {
    fun insert(note: Note): Note
    fun findByOwnerOrderByAtDesc(owner: String, limit: Limit, token: String?): Page<Note>
    fun findByOwnerAndState(owner: String, @Filter state: State): List<Note>
}
